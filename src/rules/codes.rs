//! What COVID-19 procedure and product codes mean. Codes decide, terms never.

use std::collections::BTreeMap;

use super::code_list::{self, Coded, number};
use super::verhoeff;
use crate::domain::{Brand, CodePlace, Named, ProcedureClass};
use crate::domain::{did_you_mean, shown};
use crate::toml_rows::{Diagnostics, Location};

/// The file of procedure codes.
pub(super) const PROCEDURES: &str = "procedures.csv";
/// The file of product codes.
pub(super) const PRODUCTS: &str = "products.csv";

/// The name of [`Brand::UNKNOWN`].
const UNKNOWN: &str = "Unknown";

/// The code lists. Both are sorted by code: a code is found in seven steps.
#[derive(Debug, Clone)]
pub struct Codes {
    procedures: Vec<(u64, ProcedureClass)>,
    products: Vec<(u64, Brand)>,
    /// Names by brand number, `Unknown` first, then by alphabet.
    brands: Vec<String>,
    one_dose_courses: Vec<Brand>,
    /// For each brand, its place where the rows of a day name several.
    precedence: Vec<u8>,
}

impl Codes {
    /// What a procedure code says; `None` where it is not known as COVID-19.
    #[must_use]
    pub fn procedure(&self, code: &[u8]) -> Option<ProcedureClass> {
        meaning(&self.procedures, code)
    }

    /// The brand of a product code; `None` where it is not known as COVID-19.
    #[must_use]
    pub fn product(&self, code: &[u8]) -> Option<Brand> {
        meaning(&self.products, code)
    }

    /// What a procedure code says that has been read as a number.
    #[must_use]
    pub fn class_of(&self, number: u64) -> Option<ProcedureClass> {
        listed(&self.procedures, number)
    }

    /// The brand of a product code that has been read as a number.
    #[must_use]
    pub fn brand_of(&self, number: u64) -> Option<Brand> {
        listed(&self.products, number)
    }

    /// What a procedure code says, and its place among all codes.
    #[must_use]
    pub fn find_procedure(&self, number: u64) -> Option<(CodePlace, ProcedureClass)> {
        found(&self.procedures, number).map(|(place, class)| (CodePlace::of(place), class))
    }

    /// The brand of a product code, and its place among all codes.
    #[must_use]
    pub fn find_product(&self, number: u64) -> Option<(CodePlace, Brand)> {
        found(&self.products, number).map(|(place, brand)| (CodePlace::of(self.procedures.len() + place), brand))
    }

    /// The code at a place among all of them.
    #[must_use]
    pub fn code_at(&self, place: CodePlace) -> Option<u64> {
        let place = place.get()?;
        let product = || Some(self.products.get(place.checked_sub(self.procedures.len())?)?.0);
        self.procedures.get(place).map(|(code, _)| *code).or_else(product)
    }

    /// The name of a brand.
    #[must_use]
    pub fn brand_name(&self, brand: Brand) -> &str {
        self.brands.get(usize::from(brand.0)).map_or(UNKNOWN, String::as_str)
    }

    /// The brand with this name, any case.
    #[must_use]
    pub fn brand_named(&self, name: &str) -> Option<Brand> {
        self.brands().find(|(_, known)| known.eq_ignore_ascii_case(name)).map(|(brand, _)| brand)
    }

    /// Every brand with its name, `Unknown` first, then by alphabet.
    pub fn brands(&self) -> impl Iterator<Item = (Brand, &str)> {
        (0..=u8::MAX).zip(&self.brands).map(|(brand, name)| (Brand(brand), name.as_str()))
    }

    /// Whether one dose of this brand completes the primary course.
    #[must_use]
    pub fn is_one_dose_course(&self, brand: Brand) -> bool {
        self.one_dose_courses.contains(&brand)
    }

    /// The place of a brand where the rows of one day name several: the brands
    /// in the order of `products.csv`, those of which one dose is a course
    /// after them, and `Unknown` last.
    #[must_use]
    pub fn precedence(&self, brand: Brand) -> u8 {
        self.precedence.get(usize::from(brand.0)).copied().unwrap_or(u8::MAX)
    }

    /// Whether a cell is an identifier of SNOMED CT: 6 to 18 digits, the last a
    /// Verhoeff check digit.
    #[must_use]
    pub fn is_identifier(cell: &[u8]) -> bool {
        number(cell).is_some() && verhoeff::passes(cell)
    }

    /// A code as a number, where it is one of 6 to 18 digits.
    #[must_use]
    pub fn number(cell: &[u8]) -> Option<u64> {
        number(cell)
    }

    /// Every procedure code with its class, by code.
    pub fn procedures(&self) -> impl Iterator<Item = (u64, ProcedureClass)> {
        self.procedures.iter().copied()
    }

    /// Every product code with its brand, by code.
    pub fn products(&self) -> impl Iterator<Item = (u64, Brand)> {
        self.products.iter().copied()
    }

    /// Reads both lists. `one_dose_courses` are brand names, and where they stand.
    pub(super) fn read(
        procedures: &str,
        products: &str,
        one_dose_courses: Option<(&[String], &Location)>,
        diagnostics: &Diagnostics,
    ) -> Self {
        let mut taken = BTreeMap::new();
        let procedures = code_list::read(PROCEDURES, procedures, ["class", "label"], &mut taken, diagnostics);
        let products = code_list::read(PRODUCTS, products, ["brand", "dmd_level"], &mut taken, diagnostics);
        let mut codes = Self {
            procedures: classes(procedures, diagnostics),
            products: Vec::new(),
            brands: brands(&products, diagnostics),
            one_dose_courses: Vec::new(),
            precedence: Vec::new(),
        };
        codes.products = products.iter().filter_map(|row| Some((row.code, codes.brand_named(&row.meaning)?))).collect();
        let in_order: Vec<Brand> = codes.products.iter().map(|(_, brand)| *brand).collect();
        codes.products.sort_unstable_by_key(|(code, _)| *code);
        if let Some((names, location)) = one_dose_courses {
            for name in names {
                if let Some(brand) = codes.brand_named(name).filter(|brand| brand.is_known()) {
                    codes.one_dose_courses.push(brand);
                } else {
                    let known: Vec<&str> = codes.brands().skip(1).map(|(_, known)| known).collect();
                    let hint = did_you_mean(name, &known);
                    diagnostics
                        .report(location, format!("no product of {PRODUCTS} is of the brand {}{hint}", shown(name)));
                }
            }
        }
        codes.precedence = precedence(&in_order, &codes);
        codes
    }
}

/// The place of each brand by number; `brands` are those of the products, in
/// the order of their rows.
fn precedence(brands: &[Brand], codes: &Codes) -> Vec<u8> {
    let last = |brand: Brand| (!brand.is_known(), codes.is_one_dose_course(brand));
    let first = |brand: Brand| brands.iter().position(|other| *other == brand);
    let mut order: Vec<Brand> = codes.brands().map(|(brand, _)| brand).collect();
    order.sort_by_key(|brand| (last(*brand), first(*brand)));
    let place =
        |brand: Brand| order.iter().position(|other| *other == brand).and_then(|place| u8::try_from(place).ok());
    codes.brands().map(|(brand, _)| place(brand).unwrap_or(u8::MAX)).collect()
}

fn meaning<T: Copy>(list: &[(u64, T)], code: &[u8]) -> Option<T> {
    listed(list, number(code)?)
}

fn listed<T: Copy>(list: &[(u64, T)], code: u64) -> Option<T> {
    found(list, code).map(|(_, meaning)| meaning)
}

fn found<T: Copy>(list: &[(u64, T)], code: u64) -> Option<(usize, T)> {
    list.binary_search_by_key(&code, |(known, _)| *known).ok().map(|index| (index, list[index].1))
}

fn classes(rows: Vec<Coded>, diagnostics: &Diagnostics) -> Vec<(u64, ProcedureClass)> {
    let known = ProcedureClass::names();
    let mut classes = Vec::new();
    for row in rows {
        match ProcedureClass::named(&row.meaning) {
            Some(class) => classes.push((row.code, class)),
            None => {
                diagnostics.report(
                    &row.location,
                    format!("unknown class {}{}", shown(&row.meaning), did_you_mean(&row.meaning, &known)),
                );
            }
        }
    }
    classes.sort_unstable_by_key(|(code, _)| *code);
    classes
}

/// The brand names in number order; two spellings of one brand are reported.
fn brands(rows: &[Coded], diagnostics: &Diagnostics) -> Vec<String> {
    let mut spelled: BTreeMap<String, (&str, &Location)> = BTreeMap::new();
    for row in rows {
        let (first, location) = *spelled.entry(row.meaning.to_lowercase()).or_insert((&row.meaning, &row.location));
        if first != row.meaning {
            let message = format!(
                "the brand {} is spelled {} in line {}",
                shown(&row.meaning),
                shown(first),
                location.line.unwrap_or(1)
            );
            diagnostics.report(&row.location, message);
        }
    }
    spelled.remove(&UNKNOWN.to_lowercase());
    let names: Vec<String> =
        std::iter::once(UNKNOWN).chain(spelled.values().map(|(name, _)| *name)).map(str::to_owned).collect();
    if names.len() > usize::from(u8::MAX) {
        diagnostics.report(&Location::whole(PRODUCTS), "more than 254 brands");
    }
    names
}
