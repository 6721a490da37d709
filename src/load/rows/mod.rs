//! The rows of a file, of delimited text or a workbook, and the cells in them.

pub mod blocks;
pub mod cells;
pub mod data_rows;
pub mod encoding;
pub mod file_fault;
pub mod limits;
pub mod meter;
pub mod row;
pub mod scan;
pub mod text_rows;
pub mod workbook;
