//! Writes a world as files, with a CSV writer of its own.

use super::model::{EventColumns, Layout, Quoting, VaccinationRow, World};
use super::patient_columns::{patient_cells, patient_header};
use std::path::Path;

/// Name of the practice list that [`World::write_to`] writes.
pub const PRACTICE_LIST: &str = "my_practices.csv";
/// Name of the immunosuppressed list that [`World::write_to`] writes.
pub const IMMUNOSUPPRESSED_LIST: &str = "immunosuppressed_list.csv";

const PLAIN_LAYOUT: Layout = Layout {
    delimiter: ',',
    quoting: Quoting::Needed,
    crlf: false,
    bom: false,
    final_newline: true,
    short_rows: false,
};

/// Details that the immunosuppressed list has for everybody on it. They are nobody's: names and contact
/// details come from the patient file alone (spec 2.2).
const WRONG_DETAILS: [(&str, &str); 6] = [
    ("PERSON_SURNAME", "Nobody"),
    ("PERSON_POSTCODE", "ZZ99 9ZZ"),
    ("ADDRESS_LINE_1", "0 Nowhere Street"),
    ("mobile", "07700 900000"),
    ("landline", "07700 900000"),
    ("email", "nobody@example.org"),
];

impl World {
    /// Writes every file of the world into a folder that exists.
    pub fn write_to(&self, folder: &Path) {
        let save = |name: &str, text: String| {
            std::fs::write(folder.join(name), text).expect("a test file can be written");
        };
        save(PRACTICE_LIST, self.practice_list());
        if !self.immunosuppressed.is_empty() {
            save(IMMUNOSUPPRESSED_LIST, self.immunosuppressed_list());
        }
        for file in &self.patient_files {
            let header = patient_header(file);
            let rows: Vec<_> = file.rows.iter().map(|row| patient_cells(file, row)).collect();
            save(&file.name, table(file.layout, &header, &rows));
        }
        for file in &self.vaccination_files {
            let names: &[&str] = match file.columns {
                EventColumns::Version5 => &VERSION_5,
                EventColumns::Wide => &WIDE,
            };
            let rows: Vec<Vec<&str>> = file
                .rows
                .iter()
                .map(|row| {
                    assert!(fits(file.columns, row), "version 5 has no column for NOT_GIVEN and its like");
                    names.iter().map(|name| event_cell(row, name)).collect()
                })
                .collect();
            save(&file.name, table(file.layout, names, &rows));
        }
    }

    fn practice_list(&self) -> String {
        let mut header = vec!["Organisation Code", "Organisation Name", "PCN Code", "PCN Name"];
        let cells = |row: &'_ super::model::PracticeRow| {
            let mut cells = vec![row.code.clone(), row.name.clone(), row.pcn_code.clone(), row.pcn_name.clone()];
            if self.activity_column {
                cells.push(row.activity_codes.clone());
            }
            cells
        };
        if self.activity_column {
            header.push("Activity codes");
        }
        let rows: Vec<_> = self.practices.iter().map(cells).collect();
        let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        table(PLAIN_LAYOUT, &header, &rows)
    }

    fn immunosuppressed_list(&self) -> String {
        let rows: Vec<Vec<&str>> = self
            .immunosuppressed
            .iter()
            .map(|row| {
                let mut cells = vec![row.nhs_number.as_str(), row.list_source.as_str(), row.date_added.as_str()];
                cells.extend(WRONG_DETAILS.map(|(_, cell)| cell));
                cells
            })
            .collect();
        let mut header = vec!["NHS_NUMBER", "list_source", "date_added"];
        header.extend(WRONG_DETAILS.map(|(column, _)| column));
        table(PLAIN_LAYOUT, &header, &rows)
    }
}

/// Whether a row fits the columns of its file.
pub fn fits(columns: EventColumns, row: &VaccinationRow) -> bool {
    columns == EventColumns::Wide
        || [&row.not_given, &row.reason_not_given_code, &row.situation_code].iter().all(|cell| cell.is_empty())
}

fn table(layout: Layout, header: &[&str], rows: &[Vec<&str>]) -> String {
    let newline = if layout.crlf { "\r\n" } else { "\n" };
    let line = |cells: &[&str], is_header: bool| {
        let mut kept = cells;
        while layout.short_rows && !is_header && kept.last().is_some_and(|cell| cell.is_empty()) {
            kept = &kept[..kept.len() - 1];
        }
        let written: Vec<String> =
            kept.iter().zip(header).map(|(cell, column)| written_cell(layout, cell, column, is_header)).collect();
        written.join(&layout.delimiter.to_string())
    };
    let mut lines = vec![line(header, true)];
    lines.extend(rows.iter().map(|row| line(row, false)));
    let mut text = lines.join(newline);
    // A last row that is short and has no line end would be a file that is cut off (8.1).
    if layout.final_newline || layout.short_rows {
        text.push_str(newline);
    }
    if layout.bom { format!("\u{feff}{text}") } else { text }
}

fn written_cell(layout: Layout, cell: &str, column: &str, is_header: bool) -> String {
    let needed = cell.contains(['"', '\n', '\r', layout.delimiter]);
    let bare = match layout.quoting {
        Quoting::Always => false,
        Quoting::Needed => !needed,
        Quoting::Supplier => !needed && (is_header || ["NHS_NUMBER", "DOSE_SEQUENCE"].contains(&column)),
    };
    if bare { cell.to_owned() } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
}

/// The 34 columns of version 5, in their order.
#[rustfmt::skip]
const VERSION_5: [&str; 34] = [
    "NHS_NUMBER", "PERSON_FORENAME", "PERSON_SURNAME", "PERSON_DOB", "PERSON_GENDER_CODE", "PERSON_POSTCODE",
    "DATE_AND_TIME", "SITE_CODE", "SITE_CODE_TYPE_URI", "UNIQUE_ID", "UNIQUE_ID_URI", "ACTION_FLAG",
    "PERFORMING_PROFESSIONAL_FORENAME", "PERFORMING_PROFESSIONAL_SURNAME", "RECORDED_DATE", "PRIMARY_SOURCE",
    "VACCINATION_PROCEDURE_CODE", "VACCINATION_PROCEDURE_TERM", "DOSE_SEQUENCE", "VACCINE_PRODUCT_CODE",
    "VACCINE_PRODUCT_TERM", "VACCINE_MANUFACTURER", "BATCH_NUMBER", "EXPIRY_DATE", "SITE_OF_VACCINATION_CODE",
    "SITE_OF_VACCINATION_TERM", "ROUTE_OF_VACCINATION_CODE", "ROUTE_OF_VACCINATION_TERM", "DOSE_AMOUNT",
    "DOSE_UNIT_CODE", "DOSE_UNIT_TERM", "INDICATION_CODE", "LOCATION_CODE", "LOCATION_CODE_TYPE_URI",
];

/// An older, wider layout: other columns, another order.
#[rustfmt::skip]
const WIDE: [&str; 40] = [
    "UNIQUE_ID", "UNIQUE_ID_URI", "ACTION_FLAG", "NHS_NUMBER", "PERSON_DOB", "PERSON_FORENAME", "PERSON_SURNAME",
    "PERSON_GENDER_CODE", "PERSON_POSTCODE", "SITE_CODE", "SITE_CODE_TYPE_URI", "SITE_NAME", "DATE_AND_TIME",
    "RECORDED_DATE", "PRIMARY_SOURCE", "NOT_GIVEN", "REASON_NOT_GIVEN_CODE", "REASON_NOT_GIVEN_TERM",
    "VACCINATION_SITUATION_CODE", "VACCINATION_SITUATION_TERM", "VACCINATION_PROCEDURE_CODE",
    "VACCINATION_PROCEDURE_TERM", "DOSE_SEQUENCE", "VACCINE_PRODUCT_CODE", "VACCINE_PRODUCT_TERM",
    "VACCINE_MANUFACTURER", "BATCH_NUMBER", "EXPIRY_DATE", "SITE_OF_VACCINATION_CODE", "SITE_OF_VACCINATION_TERM",
    "ROUTE_OF_VACCINATION_CODE", "ROUTE_OF_VACCINATION_TERM", "DOSE_AMOUNT", "DOSE_UNIT_CODE", "DOSE_UNIT_TERM",
    "INDICATION_CODE", "LOCATION_CODE", "LOCATION_CODE_TYPE_URI", "PERFORMING_PROFESSIONAL_FORENAME",
    "PERFORMING_PROFESSIONAL_SURNAME",
];

fn event_cell<'row>(row: &'row VaccinationRow, column: &str) -> &'row str {
    match column {
        "NHS_NUMBER" => &row.nhs_number,
        "PERSON_FORENAME" => &row.forename,
        "PERSON_SURNAME" => &row.surname,
        "PERSON_DOB" => &row.date_of_birth,
        "PERSON_GENDER_CODE" => &row.gender,
        "PERSON_POSTCODE" => &row.postcode,
        "DATE_AND_TIME" => &row.date_and_time,
        "SITE_CODE" => &row.site_code,
        "UNIQUE_ID" => &row.unique_id,
        "UNIQUE_ID_URI" => &row.unique_id_uri,
        "ACTION_FLAG" => &row.action_flag,
        "RECORDED_DATE" => &row.recorded_date,
        "PRIMARY_SOURCE" => &row.primary_source,
        "VACCINATION_PROCEDURE_CODE" => &row.procedure_code,
        "VACCINATION_PROCEDURE_TERM" => &row.procedure_term,
        "DOSE_SEQUENCE" => &row.dose_sequence,
        "VACCINE_PRODUCT_CODE" => &row.product_code,
        "VACCINE_PRODUCT_TERM" => &row.product_term,
        "BATCH_NUMBER" => &row.batch_number,
        "NOT_GIVEN" => &row.not_given,
        "REASON_NOT_GIVEN_CODE" => &row.reason_not_given_code,
        "VACCINATION_SITUATION_CODE" => &row.situation_code,
        _ => "",
    }
}
