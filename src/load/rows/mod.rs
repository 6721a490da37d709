//! The rows of a file, of delimited text or a workbook, and the cells in them.

pub mod blocks;
pub mod body_rules;
pub mod cell_place;
pub mod cells;
pub mod data_rows;
pub mod encoding;
pub mod file_fault;
pub mod file_rows;
pub mod limits;
pub mod line;
pub mod meter;
pub mod reading;
pub mod row;
pub mod row_fault;
pub mod scan;
pub mod text_rows;
pub mod workbook;
