//! Reports as workbooks: one table a sheet, from column A, real Excel tables,
//! dates that are dates, NHS numbers and phones that are text, native charts.
//!
//! A report has its tables first, the header in row 1, where mail merges and
//! other programs look for it; the sheet `About` says what it was made from.
//! The dashboard begins with a cover, and each of its sheets says above its
//! table how to read it. The same report gives the same bytes.

mod cells;
mod chart;
mod draw;
mod fills;
mod formats;
mod lines;
mod names;
mod widths;

use std::mem;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::thread;

use chrono::Datelike;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook as File};

use crate::render::rendered::{RenderFault, Rendered};
use crate::report::{Profile, Report, Table, Workbook, contents, information};
use draw::{Page, SheetPreamble};
use names::Names;

/// The most rows a sheet holds, header and all.
const MOST_ROWS: usize = 1_048_576;
/// Half the time of the usual 6, for a tenth more bytes.
const COMPRESSION: u8 = 3;

/// A report as a workbook: its tables, then what it was made from.
pub fn write_xlsx(report: Report) -> Result<Rendered, RenderFault> {
    let about = information(&report);
    let properties = properties(&report)?;
    let profile = profile(&report);
    let mut names = Names::default();
    let preamble = SheetPreamble::of_profile(&report.title, profile);
    let mut page = |name: &str, table| Page::of(names.sheet(name), preamble.clone(), table);
    let mut pages: Vec<Page> = report.tables.into_iter().map(|table| page(&names::spoken(table.name), table)).collect();
    pages.push(Page { preamble: SheetPreamble::default(), ..page("About", about) });
    write(&properties, profile, pages)
}

/// The dashboard: a cover with links, then a sheet for each table.
pub fn write_dashboard(workbook: Workbook) -> Result<Rendered, RenderFault> {
    let properties = properties(&workbook.report)?;
    let mut names = Names::default();
    let cover = names.sheet("Cover");
    let sheets: Vec<String> = workbook.sheets.iter().map(|sheet| names.sheet(&sheet.name)).collect();
    let profile = profile(&workbook.report);
    let preamble = SheetPreamble::cover(&workbook);
    let table = contents(&workbook, &sheets);
    let mut pages = vec![Page { links: sheets.clone(), ..Page::of(cover, preamble, table) }];
    let mut report = workbook.report;
    let tables = mem::take(&mut report.tables).into_iter().skip(workbook.on_cover);
    for ((table, sheet), name) in tables.zip(workbook.sheets).zip(sheets) {
        let preamble = SheetPreamble::sheet(&table, &sheet, &report);
        pages.push(Page { empty: sheet.empty, ..Page::of(name, preamble, table) });
    }
    write(&properties, profile, pages)
}

/// What was done to the figures of a report before they came here.
fn profile(report: &Report) -> Profile {
    report.receipt.as_ref().map(|receipt| receipt.disclosure).unwrap_or_default()
}

fn write(properties: &DocProperties, profile: Profile, pages: Vec<Page>) -> Result<Rendered, RenderFault> {
    pages.iter().try_for_each(|page| check_length(&page.table, page.preamble.rows()))?;
    let mut file = File::new();
    file.set_zip_compression_level(COMPRESSION);
    file.set_default_format(&formats::base(), formats::ROW_HEIGHT, formats::COLUMN_WIDTH)?;
    file.set_properties(properties);
    let mut cut = 0;
    for page in pages {
        cut += draw::draw(Page { marking: profile.marking(), ..page }, file.add_worksheet())?;
    }
    Ok(Rendered { bytes: saved(&mut file)?, cut, ..Rendered::default() })
}

/// The bytes of a workbook. Its writer panics where the system gives no thread.
fn saved(file: &mut File) -> Result<Vec<u8>, RenderFault> {
    match catch_unwind(AssertUnwindSafe(|| file.save_to_buffer())) {
        Ok(bytes) => Ok(bytes?),
        Err(_) if thread::Builder::new().spawn(|| ()).is_err() => Err(RenderFault::NoThread),
        Err(panic) => resume_unwind(panic),
    }
}

fn check_length(table: &Table, above: usize) -> Result<(), RenderFault> {
    // The lines above, the header and the totals.
    if table.rows.len() + above + 3 <= MOST_ROWS {
        return Ok(());
    }
    Err(RenderFault::TooLong { table: table.title.clone(), rows: table.rows.len(), most: MOST_ROWS - 1 })
}

/// Who made the workbook, and when: as at, not now, so that the same report
/// gives the same bytes.
fn properties(report: &Report) -> Result<DocProperties, RenderFault> {
    let organisation = report.receipt.as_ref().map(|receipt| receipt.organisation.as_str()).unwrap_or_default();
    let version = report.stamp.as_ref().map(|stamp| format!("vaxdash {}", stamp.version)).unwrap_or_default();
    let date = report.stamp.as_ref().map_or((2020, 12, 8), |stamp| {
        let date = stamp.as_at;
        (date.year(), date.month(), date.day())
    });
    let year = u16::try_from(date.0).unwrap_or(2020);
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    Ok(DocProperties::new()
        // Never the title: that of `history` holds a number.
        .set_title(format!("vaxdash {}", report.name))
        .set_author(organisation)
        .set_company(organisation)
        .set_comment(version)
        .set_creation_datetime(&ExcelDateTime::from_ymd(year, part(date.1), part(date.2))?))
}
