//! Every fault of the good extract that can be made, by name.

use super::columns::of_column;
use super::extract::{ExtractFile, Form};
use super::whole_files::{of_file, of_rows};

/// What is done to a file.
pub type Change = Box<dyn Fn(&mut ExtractFile)>;

/// A fault of a file.
pub struct Mutation {
    /// The file, the fault and the form, by which it can be made again.
    pub name: String,
    /// The place of the file.
    pub file: usize,
    /// The heading, where it is of a column.
    pub heading: String,
    /// What is wrong, without file and heading.
    pub fault: String,
    /// The form in which the file is written.
    form: Form,
    change: Change,
}

impl Mutation {
    /// The files with this fault.
    pub fn apply(&self, files: &[ExtractFile]) -> Vec<ExtractFile> {
        let mut files = files.to_vec();
        let file = &mut files[self.file];
        file.form = self.form;
        (self.change)(file);
        files
    }
}

/// Whether a file has the columns of the first file of EMIS.
fn is_like_another(file: &ExtractFile) -> bool {
    file.name.starts_with("COVID_") && !file.name.contains("_YGM41_20220510")
}

/// Whether a column of vaccinations is known and never read.
fn is_never_read(file: &ExtractFile, heading: &str) -> bool {
    const READ: [&str; 18] = [
        "NHS_NUMBER",
        "DATE_AND_TIME",
        "SITE_CODE",
        "UNIQUE_ID",
        "UNIQUE_ID_URI",
        "ACTION_FLAG",
        "RECORDED_DATE",
        "NOT_GIVEN",
        "REASON_NOT_GIVEN_CODE",
        "REASON_NOT_GIVEN_TERM",
        "VACCINATION_SITUATION_CODE",
        "VACCINATION_SITUATION_TERM",
        "VACCINATION_PROCEDURE_CODE",
        "VACCINATION_PROCEDURE_TERM",
        "VACCINE_PRODUCT_CODE",
        "VACCINE_PRODUCT_TERM",
        "BATCH_NUMBER",
        "PERSON_DOB",
    ];
    file.rows[0].iter().any(|cell| cell == "DATE_AND_TIME") && !READ.contains(&heading)
}

/// Whether a fault is of a heading or a place, not of cells.
fn is_of_heading(fault: &str) -> bool {
    ["drop", "rename", "move", "double", "swap"].iter().any(|start| fault.starts_with(start))
}

/// Every mutation, in an order that is always the same.
pub fn all(files: &[ExtractFile]) -> Vec<Mutation> {
    let mut made = Vec::new();
    for (place, file) in files.iter().enumerate() {
        let mut add = |fault: String, heading: &str, form: Form, change: Change| {
            let name = format!("{}, {form:?}: {fault}", file.name);
            let fault = fault.strip_suffix(&format!(" of {heading}")).unwrap_or(&fault).to_owned();
            made.push(Mutation { name, file: place, heading: heading.to_owned(), fault, form, change });
        };
        for form in [Form::Text, Form::Book] {
            for (column, heading) in file.rows[0].iter().enumerate().filter(|_| !is_like_another(file)) {
                let is_read = !is_never_read(file, heading);
                let of_column = of_column(file, column).into_iter();
                for (fault, change) in
                    of_column.filter(|(fault, _)| is_read || form == Form::Text && is_of_heading(fault))
                {
                    add(fault, heading, form, change);
                }
            }
        }
        let whole = of_rows(file).into_iter().chain(of_file());
        whole.for_each(|(fault, change)| add(fault, "", Form::Text, change));
    }
    made
}
