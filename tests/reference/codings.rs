//! The codes of an event: the usual, the unusual and the wrong.

use super::codes::{PROCEDURES, PRODUCTS, codes_of};
use super::messes::Scribe;
use super::model::VaccinationRow;
use super::plans::What;
use super::styles::yes;

const FLU: [&str; 3] = ["822851000000102", "985151000000100", "1303503001"];
const FLU_PRODUCTS: [&str; 2] = ["34925111000001104", "42605811000001109"];

impl Scribe<'_> {
    fn procedure(&mut self, class: &str) -> String {
        self.rng.pick(codes_of(PROCEDURES, class)).to_owned()
    }

    fn product(&mut self, brand: &str) -> String {
        self.rng.pick(codes_of(PRODUCTS, brand)).to_owned()
    }

    /// Fills in the codes of an event.
    pub fn code(&mut self, row: &mut VaccinationRow, what: What) {
        let brand = match self.rng.below(20) {
            0..=7 => "Pfizer",
            8..=12 => "AstraZeneca",
            13..=16 => "Moderna",
            17 => "Janssen",
            18 => "Novavax",
            _ => PRODUCTS[self.rng.below(PRODUCTS.len())].0,
        };
        row.product_code = self.product(brand);
        match what {
            What::Dose(number) => self.code_dose(row, number),
            What::Coded(class) => row.procedure_code = self.procedure(class),
            What::Brand(brand) => {
                row.product_code = self.product(brand);
                row.procedure_code = self.procedure("given");
                if brand == "Unknown" && self.rng.percent(50) {
                    row.product_code = String::new();
                }
            }
            What::Declined => row.procedure_code = self.procedure("declined"),
            What::NotGiven => {
                let class =
                    self.rng.pick(&["declined", "not-given", "not-indicated", "contraindicated", "did-not-attend"]);
                row.procedure_code = self.procedure(class);
            }
            What::NotGivenWide => self.code_not_given(row),
            What::Other => {
                row.procedure_code = self.rng.pick(&[FLU[0], FLU[1], FLU[2], "", "999999999999999999"]).to_owned();
                row.product_code = self.rng.pick(&[FLU_PRODUCTS[0], FLU_PRODUCTS[1], "", "123"]).to_owned();
            }
        }
    }

    /// A dose in the usual ways of coding it, and some unusual.
    fn code_dose(&mut self, row: &mut VaccinationRow, number: usize) {
        let class = match number {
            1 => "dose1",
            2 => "dose2",
            3 => self.rng.pick(&["dose3", "booster"]),
            _ => "booster",
        };
        row.procedure_code = self.procedure(class);
        match self.rng.below(100) {
            0..=14 => row.procedure_code = self.procedure("given"),
            15..=22 => row.procedure_code = String::new(),
            23..=28 => row.product_code = String::new(),
            29..=32 => row.procedure_code = self.rng.pick(&[FLU[0], FLU[2], "0000"]).to_owned(),
            33..=36 => {
                let any = self.rng.pick(&["dose1", "dose2", "dose3", "dose4", "dose5", "booster"]);
                row.procedure_code = self.procedure(any);
            }
            37..=39 => row.product_code = self.rng.pick(&FLU_PRODUCTS).to_owned(),
            40..=42 => row.product_code = self.product("Unknown"),
            43..=44 => row.procedure_code = format!(" {} ", row.procedure_code),
            _ => {}
        }
    }

    fn code_not_given(&mut self, row: &mut VaccinationRow) {
        row.procedure_code = self.procedure("given");
        match self.rng.below(6) {
            0 => row.not_given = yes(self.rng),
            1 => row.reason_not_given_code = "310376006".to_owned(),
            // The situation code alone makes it COVID-19, and a refusal.
            2 | 3 => {
                row.situation_code = self.procedure("declined");
                row.procedure_code = String::new();
                row.product_code = String::new();
            }
            4 => row.situation_code = self.rng.pick(&["310376006", "1324761000000100"]).to_owned(),
            // Unknown all round: not known as COVID-19, whatever else it says.
            _ => {
                row.situation_code = "310376006".to_owned();
                row.procedure_code = FLU[0].to_owned();
                row.product_code = String::new();
            }
        }
    }
}
