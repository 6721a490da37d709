//! The columns of a patients file: their names, their cells, and the fields they are columns of.

use super::model::{PatientFile, PatientHeader, PatientRow};

/// A column under two of its aliases, with its field and its cell.
pub struct PatientColumn {
    /// Its name in the batch layout.
    pub batch: &'static str,
    /// Its plain name.
    pub plain: &'static str,
    /// The field that it is a column of.
    pub field: &'static str,
    /// Its cell.
    pub cell: fn(&PatientRow) -> &String,
    /// Its cell, to be written.
    pub cell_mut: fn(&mut PatientRow) -> &mut String,
}

macro_rules! columns {
    ($($batch:literal, $plain:literal, $field:literal, $($cell:ident)+ $([$line:literal])?;)+) => {
        &[$(PatientColumn {
            batch: $batch,
            plain: $plain,
            field: $field,
            cell: |row| &row.$($cell)+$([$line])?,
            cell_mut: |row| &mut row.$($cell)+$([$line])?,
        }),+]
    };
}

/// Every column, in the order of the files. Two columns of one field stand in the order of the alias
/// table, so that the first of the file is the first of the table.
#[rustfmt::skip]
pub const PATIENT_COLUMNS: &[PatientColumn] = columns! {
    "NHS_NUMBER", "NHS Number", "nhs_number", nhs_number;
    "name_prefix", "Title", "title", title;
    "PERSON_FORENAME", "Given Name", "forename", forename;
    "PERSON_SURNAME", "Family Name", "surname", surname;
    "PERSON_DOB", "Date of Birth", "date_of_birth", date_of_birth;
    "PERSON_GENDER_CODE", "Gender", "gender", gender;
    "PERSON_POSTCODE", "Postcode", "postcode", postcode;
    "GP_PRACTICE", "Practice code", "practice_code", practice_code;
    "ADDRESS_LINE_1", "Address 1", "address", address[0];
    "ADDRESS_LINE_2", "Address 2", "address", address[1];
    "ADDRESS_LINE_3", "Address 3", "address", address[2];
    "ADDRESS_LINE_4", "Address 4", "address", address[3];
    "ADDRESS_LINE_5", "Address 5", "address", address[4];
    "mobile_telephone_number", "Mobile Telephone", "mobile", mobile;
    "Telephone Number (Mobile)", "mobile", "mobile", other_mobile;
    "home_telephone_number", "Home Telephone", "telephone", telephone;
    "Contact number", "landline", "telephone", other_telephone;
    "E-mail Address", "E-mail Address", "email", email;
    "email_address", "email", "email", other_email;
    "ethnicity", "Ethnic Category", "ethnic_category", ethnic_category;
    "DATE_OF_DEATH", "Date of death", "date_of_death", date_of_death;
    "Death Date", "DeceasedDateTime", "other_date_of_death", other_date_of_death;
    "death_status", "Death Status", "death_status", death_status;
    "Flag_PDSInformallyDeceased", "Flag_PDSInformallyDeceased", "other_death_status", other_death_status;
    "SENSITIVE_FLAG", "restricted", "sensitive_flag", sensitive_flag;
    "is_restricted", "is_restricted", "other_sensitive_flag", other_sensitive_flag;
    "reason_for_removal", "RfR", "reason_for_removal", reason_for_removal;
    "removal reason", "removal reason", "other_reason_for_removal", other_reason_for_removal;
    "care_home_resident", "Care Home Resident", "care_home_resident", care_home_resident;
    "care_home_staff", "Care Home Staff", "care_home_staff", care_home_staff;
    "health_care_worker", "Health Care Worker", "health_care_worker", health_care_worker;
    "clinically_extremely_vulnerable", "Clinically extremely vulnerable", "clinically_extremely_vulnerable",
        clinically_extremely_vulnerable;
    "at_risk", "At risk", "at_risk", at_risk;
    "carer", "Carer", "carer", carer;
    "household_contact", "Household contact", "household_contact", household_contact;
    "immunosuppressed", "Immunosuppressed", "immunosuppressed", immunosuppressed;
    "housebound", "Housebound", "housebound", housebound;
    "imd_quintile", "IMD Quintile", "imd", imd_quintile;
    "imd_decile", "IMD Decile", "imd", imd_decile;
    "imd_rank", "IMD Rank", "imd", imd_rank;
    "sms_consent", "SMS consent", "sms_consent", sms_consent;
    "SMS-CONSENT", "sms_consent", "other_sms_consent", other_sms_consent;
};

/// What an EMIS search calls the lines of an address, by their plain names.
const EMIS_ADDRESS: [(&str, &str); 5] = [
    ("Address 1", "House Name / Flat Number"),
    ("Address 2", "Number and Street"),
    ("Address 3", "Locality"),
    ("Address 4", "Town"),
    ("Address 5", "County"),
];

/// The columns that a file has.
pub fn columns(file: &PatientFile) -> impl Iterator<Item = &'static PatientColumn> {
    PATIENT_COLUMNS.iter().filter(|column| !file.absent.contains(&column.field))
}

/// The header of a file.
pub fn patient_header(file: &PatientFile) -> Vec<&'static str> {
    let name = |column: &PatientColumn| match file.header {
        PatientHeader::Batch => column.batch,
        PatientHeader::Plain => column.plain,
        PatientHeader::Emis => {
            EMIS_ADDRESS.iter().find(|(plain, _)| *plain == column.plain).map_or(column.plain, |(_, emis)| emis)
        }
    };
    columns(file).map(name).collect()
}

/// The cells of a row of a file.
pub fn patient_cells<'row>(file: &PatientFile, row: &'row PatientRow) -> Vec<&'row str> {
    columns(file).map(|column| (column.cell)(row).as_str()).collect()
}

/// The fields whose columns lie beyond the end of a row, where the file leaves out empty cells at the end.
pub fn beyond_the_end(file: &PatientFile, row: &PatientRow) -> Vec<&'static str> {
    let columns: Vec<&PatientColumn> = columns(file).collect();
    let written = columns.iter().rposition(|column| !(column.cell)(row).is_empty()).map_or(0, |last| last + 1);
    if file.layout.short_rows { columns[written..].iter().map(|column| column.field).collect() } else { Vec::new() }
}

impl PatientFile {
    /// Leaves out the columns of some fields, with what they held.
    pub fn leave_out(&mut self, fields: &[&'static str]) {
        self.absent.extend(fields);
        for column in PATIENT_COLUMNS.iter().filter(|column| fields.contains(&column.field)) {
            for row in &mut self.rows {
                (column.cell_mut)(row).clear();
            }
        }
    }

    /// Whether it has a column for a field.
    pub fn has(&self, field: &str) -> bool {
        !self.absent.contains(&field)
    }
}
