//! The files of a sample: their names, and how each supplier writes.

use chrono::{Datelike, Days, NaiveDate};

use super::calendar::{day_of, is_summer_time};

/// A supplier of vaccination records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SampleSupplier {
    /// EMIS, for practices that use it.
    Emis,
    /// TPP SystmOne, for the other practices.
    Tpp,
    /// Pinnacle, for vaccination centres and pharmacies.
    Pinnacle,
    /// RAVS, for hospitals.
    Ravs,
    /// NIMS: an older, wide file.
    Nims,
}

impl SampleSupplier {
    const ALL: [Self; 5] = [Self::Emis, Self::Tpp, Self::Pinnacle, Self::Ravs, Self::Nims];

    /// The supplier some places further on.
    #[must_use]
    pub fn rotated(self, by: u32) -> Self {
        let index = (self as usize + usize::try_from(by).unwrap_or(0)) % Self::ALL.len();
        Self::ALL[index]
    }

    /// The namespace of its record numbers.
    #[must_use]
    pub const fn uri(self) -> &'static [u8] {
        match self {
            Self::Emis => b"https://emis.example.org/identifiers/vacc",
            Self::Tpp => b"https://tpp.example.org/identifiers/vacc",
            Self::Pinnacle => b"https://pinnacle.example.org/identifiers/vacc",
            Self::Ravs => b"https://ravs.example.org/identifiers/vacc",
            Self::Nims => b"https://nims.example.org/identifiers/vacc",
        }
    }

    /// The file a row of it is in.
    #[must_use]
    pub const fn file(self, later: bool) -> ExtractFile {
        match self {
            Self::Emis if later => ExtractFile::EmisLater,
            Self::Emis => ExtractFile::Emis,
            Self::Tpp => ExtractFile::Tpp,
            Self::Pinnacle => ExtractFile::Pinnacle,
            Self::Ravs => ExtractFile::Ravs,
            Self::Nims => ExtractFile::Nims,
        }
    }
}

/// A file whose rows are made person by person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExtractFile {
    /// `patients.csv`.
    Patients,
    /// `immunosuppressed.csv`.
    Immunosuppressed,
    /// The older, wide vaccination file, without a time in its name: read first.
    Nims,
    /// EMIS, the evening before.
    Emis,
    /// TPP, the evening before; lines end in CR and LF.
    Tpp,
    /// Pinnacle, early; NHS number and dose number without quotes.
    Pinnacle,
    /// RAVS, early; the last line does not end.
    Ravs,
    /// EMIS once more, with corrections: read last.
    EmisLater,
}

impl ExtractFile {
    /// How many there are.
    pub const COUNT: usize = 8;

    /// All of them, in the order in which vaxdash reads them.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Patients,
        Self::Immunosuppressed,
        Self::Nims,
        Self::Emis,
        Self::Tpp,
        Self::Pinnacle,
        Self::Ravs,
        Self::EmisLater,
    ];

    /// Its place in [`File::ALL`].
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }

    /// Its name in a sample for an as-at date.
    #[must_use]
    pub fn name(self, as_at: NaiveDate) -> String {
        match self {
            Self::Patients => "patients.csv".to_owned(),
            Self::Immunosuppressed => "immunosuppressed.csv".to_owned(),
            Self::Nims => "legacy_nims.csv".to_owned(),
            Self::Emis | Self::EmisLater => stamped("YGM41", as_at, self.refreshed()),
            Self::Tpp => stamped("YGA", as_at, self.refreshed()),
            Self::Pinnacle => stamped("8J1100001", as_at, self.refreshed()),
            Self::Ravs => stamped("X26", as_at, self.refreshed()),
        }
    }

    /// When it was refreshed: days before the as-at date, hour and minute in
    /// England. None is later than the morning of the as-at date, so that this is
    /// the default as-at date.
    #[must_use]
    pub const fn refreshed(self) -> Refreshed {
        match self {
            Self::Patients => Refreshed { ago: 1, hour: 18, minute: 0 },
            Self::Immunosuppressed => Refreshed { ago: 6, hour: 9, minute: 0 },
            Self::Nims => Refreshed { ago: 45, hour: 12, minute: 30 },
            Self::Emis => Refreshed { ago: 1, hour: 21, minute: 30 },
            Self::Tpp => Refreshed { ago: 1, hour: 22, minute: 15 },
            Self::Pinnacle => Refreshed { ago: 0, hour: 4, minute: 5 },
            Self::Ravs => Refreshed { ago: 0, hour: 5, minute: 40 },
            Self::EmisLater => Refreshed { ago: 0, hour: 6, minute: 10 },
        }
    }

    /// What ends a vaccination row.
    #[must_use]
    pub const fn line_end(self) -> &'static [u8] {
        match self {
            Self::Tpp => b"\r\n",
            _ => b"\n",
        }
    }

    /// Whether rows begin, rather than end, with a line end.
    #[must_use]
    pub const fn lacks_final_line_end(self) -> bool {
        matches!(self, Self::Ravs)
    }

    /// Whether numbers are written without quotes.
    #[must_use]
    pub const fn unquoted_numbers(self) -> bool {
        matches!(self, Self::Pinnacle)
    }

    /// Its spelling of the action NEW.
    #[must_use]
    pub const fn new_action(self) -> &'static str {
        match self {
            Self::Emis | Self::EmisLater => "new",
            Self::Nims => "",
            Self::Ravs => "New",
            _ => "NEW",
        }
    }
}

/// When a source was refreshed, in England's civil time.
#[derive(Debug, Clone, Copy)]
pub struct Refreshed {
    /// Days before the as-at date.
    ago: u64,
    /// Hour, never so early that summer time changes its date.
    hour: u32,
    /// Minute.
    minute: u32,
}

impl Refreshed {
    /// The date, and whether it is in summer time.
    fn date(self, as_at: NaiveDate) -> (NaiveDate, bool) {
        let date = as_at.checked_sub_days(Days::new(self.ago)).unwrap_or(as_at);
        (date, is_summer_time(day_of(date)))
    }

    /// `DD/MM/YYYY HH:MM GMT`.
    #[must_use]
    pub fn in_gmt(self, as_at: NaiveDate) -> String {
        let (date, summer) = self.date(as_at);
        let hour = self.hour - u32::from(summer);
        format!("{:02}/{:02}/{} {hour:02}:{:02} GMT", date.day(), date.month(), date.year(), self.minute)
    }
}

/// `COVID_Vaccinations_v5_<ODS>_<YYYYMMDDThhmmssZZ>.csv`.
fn stamped(ods: &str, as_at: NaiveDate, refreshed: Refreshed) -> String {
    let (date, summer) = refreshed.date(as_at);
    format!(
        "COVID_Vaccinations_v5_{ods}_{}{:02}{:02}T{:02}{:02}000{}.csv",
        date.year(),
        date.month(),
        date.day(),
        refreshed.hour,
        refreshed.minute,
        u8::from(summer)
    )
}
