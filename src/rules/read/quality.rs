//! `quality.toml`: what makes a record one to mend.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{AGES, DAYS, MONTHS, each, note_repeats};
use crate::domain::{Brand, Named, RecordFault, UkDate, did_you_mean, shown};
use crate::rules::codes::Codes;
use crate::rules::describe::list;
use crate::rules::model::MinAge;
use crate::rules::provenance::RuleId;
use crate::rules::quality_rules::{FaultRule, QualityRules};
use crate::rules::row_header::To;
use crate::rules::row_register::RowRegister;
use crate::rules::row_values::CONVENTIONS;
use crate::toml_rows::{Document, Location, Reported, TomlRow};

/// The file.
pub(in crate::rules) const FILE: &str = "quality.toml";

/// Reads the file: every kind once. `codes` are those of the products.
pub(in crate::rules) fn read(text: &str, codes: &Codes, register: &RowRegister) -> Result<QualityRules, Reported> {
    let document = Document::parse(&CONVENTIONS, FILE, text, &register.diagnostics)?;
    let top = document.top();
    let soon = days(register, &top, "dose_too_soon", "A dose under {} days after the last is too soon.");
    let third =
        days(register, &top, "third_dose_too_soon", "A third or later dose under {} days after the last is too soon.");
    let faults = each(top.rows("fault"), |row| fault(register, row));
    let (mut brands_named, mut products_named) = (Vec::new(), Vec::new());
    let launches = each(top.rows("launch"), |row| launch(register, row, codes, &mut brands_named));
    let licences = each(top.rows("licence"), |row| licence(register, row, codes, &mut products_named));
    top.done();
    for kind in RecordFault::ALL {
        let rows = faults.good.iter().filter(|rule| rule.fault == *kind).count();
        if rows != 1 && faults.all {
            top.report(format!("the fault {} must be there once, not {rows} times", kind.name()));
        }
    }
    note_repeats(&register.diagnostics, &brands_named, |brand, first| {
        format!("the launch of {} is that of {} already", codes.brand_name(*brand), first.place)
    });
    note_repeats(&register.diagnostics, &products_named, |product, first| {
        format!("the product {product} is in {} already", first.place)
    });
    let ((least_days, soon), (least_days_third, third)) = (soon?, third?);
    let mut ordered = faults.good;
    ordered.sort_by_key(|rule| rule.fault);
    let rows = launches.good.iter().map(|(rule, ..)| *rule).chain(licences.good.iter().map(|row| row.rule));
    Ok(QualityRules {
        least_days,
        least_days_third,
        faults: ordered,
        rules: [soon, third].into_iter().chain(rows).collect(),
        launches: launches.good.iter().map(|(_, brand, day)| (*brand, *day)).collect(),
        licences: by_product(&licences.good, codes),
    })
}

fn days(register: &RowRegister, top: &TomlRow<'_>, key: &'static str, says: &str) -> Result<(u16, RuleId), Reported> {
    let row = top.table(key)?;
    let head = register.header(&row, To::Never);
    let days = row.number::<u16>("under_days", DAYS);
    row.done();
    let (head, days) = (head?, days?);
    Ok((days, register.enter(head, says.replace("{}", &days.to_string()))))
}

fn fault(register: &RowRegister, row: &TomlRow<'_>) -> Result<FaultRule, Reported> {
    let head = register.header(row, To::Never);
    let (label, what_to_do) = (row.text("label"), row.text("do"));
    row.done();
    let (head, label, what_to_do) = (head?, label?, what_to_do?);
    let fault = RecordFault::named(&head.id).ok_or_else(|| {
        let hint = did_you_mean(&head.id, &RecordFault::names());
        row.report(format!("unknown fault {}{hint}", shown(&head.id)))
    })?;
    let rule = register.enter(head, format!("{label}: a record to mend."));
    Ok(FaultRule { rule, fault, label, what_to_do })
}

/// The brand of a row.
fn brand(row: &TomlRow<'_>, codes: &Codes) -> Result<(Brand, String), Reported> {
    let name = row.text("brand")?;
    if let Some(brand) = codes.brand_named(&name).filter(|brand| brand.is_known()) {
        return Ok((brand, name));
    }
    let known: Vec<&str> = codes.brands().skip(1).map(|(_, known)| known).collect();
    Err(row.report(format!("no product is of the brand {}{}", shown(&name), did_you_mean(&name, &known))))
}

fn launch(
    register: &RowRegister,
    row: &TomlRow<'_>,
    codes: &Codes,
    launched: &mut Vec<(Brand, Location)>,
) -> Result<(RuleId, Brand, NaiveDate), Reported> {
    let head = register.header(row, To::Never);
    let (brand, day) = (brand(row, codes), row.date("launched"));
    row.done();
    let (head, (brand, name), day) = (head?, brand?, day?);
    launched.push((brand, row.location.clone()));
    Ok((register.enter(head, format!("{name}: no dose in the UK before {}.", UkDate(day))), brand, day))
}

/// The age from which some products of a brand are licensed.
struct Licence {
    rule: RuleId,
    brand: Brand,
    age: MinAge,
    /// Their codes; `None`: every product of the brand that no other row names.
    products: Option<Vec<u64>>,
}

fn licence(
    register: &RowRegister,
    row: &TomlRow<'_>,
    codes: &Codes,
    licensed: &mut Vec<(u64, Location)>,
) -> Result<Licence, Reported> {
    let head = register.header(row, To::Never);
    let brand = brand(row, codes);
    let years = row.optional_number::<u8>("min_age", AGES);
    let months = row.optional_number::<u8>("min_age_months", MONTHS);
    let products = if row.has("products") { row.texts("products").map(Some) } else { Ok(None) };
    row.done();
    let (head, (brand, name), products) = (head?, brand?, products?);
    let age = match (years?, months?) {
        (Some(years), None) => MinAge::Years(years),
        (None, Some(months)) => MinAge::Months(months),
        (Some(_), Some(_)) | (None, None) => return Err(row.report("give one of min_age and min_age_months")),
    };
    let code = |written: &String| {
        let code = Codes::number(written.as_bytes()).filter(|code| codes.brand_of(*code) == Some(brand));
        code.ok_or_else(|| row.report(format!("{} is no product of {name}", shown(written))))
    };
    let products = match &products {
        None => None,
        Some(products) => Some(products.iter().map(code).collect::<Result<Vec<u64>, Reported>>()?),
    };
    licensed.extend(products.iter().flatten().map(|code| (*code, row.location.clone())));
    let of = products.as_ref().map_or_else(String::new, |products| {
        let codes: Vec<String> = products.iter().map(u64::to_string).collect();
        format!(" ({})", list(&codes, "and"))
    });
    let from = match age {
        MinAge::Years(years) => format!("{years} years"),
        MinAge::Months(months) => format!("{months} months"),
    };
    let rule = register.enter(head, format!("{name}{of}: licensed from {from} of age."));
    Ok(Licence { rule, brand, age, products })
}

/// The age of each product, by its code.
fn by_product(licences: &[Licence], codes: &Codes) -> Vec<(u64, MinAge)> {
    let mut ages = BTreeMap::new();
    for licence in licences.iter().filter(|licence| licence.products.is_none()) {
        let own = codes.products().filter(|(_, brand)| *brand == licence.brand);
        ages.extend(own.map(|(code, _)| (code, licence.age)));
    }
    for licence in licences {
        ages.extend(licence.products.iter().flatten().map(|code| (*code, licence.age)));
    }
    ages.into_iter().collect()
}
