//! `vaxdash uptake`: every group, every filter, every format.
//!
//! The ten people of [`surgery`] are worked out by hand from sections 2 and 3
//! of the specification; the numbers below come from that table alone.

mod filters;
mod formats;
mod groups;

use crate::data::{BOOSTER, DECLINED, Row, dose, doses, extract, patient};
use crate::harness::Folder;

/// Ten patients as at 11/05/2022:
///
/// | n | practice | age | cohort | gender | ethnicity | IMD | course | other |
/// |---|---|---|---|---|---|---|---|---|
/// | 1 | A81001 | 81 | 2 | female | White | 1 | boosted twice, the last on 08/05/2022 | |
/// | 2 | A81001 | 76 | 3 | male | White | 2 | boosted | |
/// | 3 | A81001 | 51 | 9 | female | Asian | 1 | first dose on 05/05/2022 | |
/// | 4 | A81001 | 37 | 6 | male | Black | 3 | third primary | immunosuppressed |
/// | 5 | A81001 | 17 | 14 | female | Mixed | 5 | declined | |
/// | 6 | A81002 | 22 | 12 | indeterminate | Other | – | unvaccinated | |
/// | 7 | A81002 | 10 | 16 | not known | – | 4 | unvaccinated | housebound |
/// | 8 | A81002 | 3 | none | male | White | 1 | unvaccinated | |
/// | 9 | A81002 | 51 | 9 | female | White | 2 | primary course | |
/// | 10 | A81002 | 71 | 4 | male | – | 5 | boosted twice, the last on 04/05/2022 | |
///
/// The third practice, A81003, has nobody.
fn surgery() -> Folder {
    let person = |n, practice: &str, birth: &str, [gender, ethnicity, imd]: [&str; 3]| {
        patient(n)
            .with("Practice code", practice)
            .with("Date of Birth", birth)
            .with("Gender", gender)
            .with("Ethnic Category", ethnicity)
            .with("imd_quintile", imd)
    };
    let patients: [Row; 10] = [
        person(1, "A81001", "01/06/1940", ["2", "A", "1"]),
        person(2, "A81001", "15/08/1945", ["Male", "B", "2"]),
        person(3, "A81001", "01/06/1970", ["F", "h", "1"]),
        person(4, "A81001", "10/02/1985", ["1", "M", "3"]).flagged(&["immunosuppressed"]),
        person(5, "A81001", "20/11/2004", ["female", "D", "5"]),
        person(6, "A81002", "01/01/2000", ["9", "R", ""]),
        person(7, "A81002", "03/03/2012", ["0", "Z", "4"]).flagged(&["housebound"]),
        person(8, "A81002", "05/05/2019", ["1", "A1", "1"]),
        person(9, "A81002", "01/06/1970", ["2", "C", "2"]),
        person(10, "A81002", "12/12/1950", ["1", "", "5"]),
    ];
    let events = [
        doses(1, &["20210110", "20210328", "20211001", "20220508"]),
        doses(2, &["20210120", "20210410", "20211101"]),
        doses(3, &["20220505"]),
        doses(4, &["20210301", "20210520", "20211001"]),
        vec![dose(5, "20220110").with("VACCINATION_PROCEDURE_CODE", DECLINED)],
        doses(9, &["20210315", "20210605"]),
        doses(10, &["20210201", "20210420", "20211220"]),
        vec![dose(10, "20220504").with("VACCINATION_PROCEDURE_CODE", BOOSTER)],
    ];
    extract(&patients, &events.concat())
}
