//! The targets: what the import file of each system looks like.

use super::value_formats::{DateFormat, FileType, NhsNumberFormat, PhoneFormat};
use crate::domain::{Named, named_values};

/// How sure we are that a target's file is what its system imports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confidence {
    /// The system's own instructions say so.
    Confirmed,
    /// Written from a description.
    Unconfirmed,
}

named_values!(Confidence {
    Confirmed => "confirmed",
    Unconfirmed => "unconfirmed",
});

/// What of a person a row cannot do without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContactNeed {
    /// Nothing: the system knows how to reach its patients.
    None,
    /// A UK mobile number.
    Mobile,
    /// An e-mail address.
    Email,
    /// Either of the two.
    MobileOrEmail,
    /// An address to which the post delivers.
    Address,
    /// A UK telephone number.
    Phone,
}

impl BookingTarget {
    /// Whether it can serve a channel: it reaches people in that way.
    #[must_use]
    pub fn serves(&self, channel: Channel) -> bool {
        match channel {
            Channel::Sms => self.by_text,
            Channel::Email => matches!(self.contact, ContactNeed::Email | ContactNeed::MobileOrEmail),
            Channel::Letter => self.contact == ContactNeed::Address,
            Channel::Phone => self.contact == ContactNeed::Phone,
        }
    }

    /// The way in which it reaches people: the channel that it serves in a run,
    /// else the first that it could; none where a system reads records only.
    #[must_use]
    pub fn way(&self) -> Option<Channel> {
        self.channel.or_else(|| Channel::ALL.iter().copied().find(|channel| self.serves(*channel)))
    }
}

impl ContactNeed {
    /// The columns without which a row does not reach anybody.
    #[must_use]
    pub const fn fields(self) -> &'static [TargetField] {
        match self {
            Self::None => &[],
            Self::Mobile => &[TargetField::Mobile],
            Self::Email => &[TargetField::Email],
            Self::MobileOrEmail => &[TargetField::Mobile, TargetField::Email],
            Self::Address => &[
                TargetField::AddressLine(LetterLine::One),
                TargetField::AddressLine(LetterLine::Two),
                TargetField::AddressLine(LetterLine::Three),
                TargetField::AddressLine(LetterLine::Four),
                TargetField::AddressLine(LetterLine::Five),
                TargetField::AddressLine(LetterLine::Six),
                TargetField::Postcode,
            ],
            Self::Phone => &[TargetField::Phone],
        }
    }
}

named_values!(ContactNeed {
    None => "none",
    Mobile => "mobile",
    Email => "email",
    MobileOrEmail => "mobile-or-email",
    Address => "address",
    Phone => "phone",
});

/// A way of reaching people, of `--channels`.
///
/// In the order in which people are moved on at each contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Channel {
    /// Text messages.
    Sms,
    /// E-mails.
    Email,
    /// Letters.
    Letter,
    /// Telephone calls.
    Phone,
}

named_values!(Channel {
    Sms => ("sms", "Text messages."),
    Email => ("email", "E-mails."),
    Letter => ("letter", "Letters."),
    Phone => ("phone", "Telephone calls."),
});

/// A line of the address of a letter, before its postcode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LetterLine {
    /// The name.
    One,
    /// The first line of the address itself.
    Two,
    /// The third line.
    Three,
    /// The fourth line.
    Four,
    /// The fifth line.
    Five,
    /// The last line.
    Six,
}

/// What a column of a target holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TargetField {
    /// Title.
    Title,
    /// Forename.
    Forename,
    /// Surname.
    Surname,
    /// Date of birth.
    DateOfBirth,
    /// NHS number.
    NhsNumber,
    /// A UK mobile number.
    Mobile,
    /// An e-mail address.
    Email,
    /// A UK telephone number that a person can be rung up on.
    Phone,
    /// Which column the telephone number comes from.
    PhoneSource,
    /// A line of the address: the first is the name.
    AddressLine(LetterLine),
    /// Postcode.
    Postcode,
    /// ODS code of the practice.
    PracticeCode,
    /// The dose in plain English.
    Vaccine,
    /// When the dose is, or was, due.
    DueDate,
    /// Where the person stands.
    Status,
    /// Why the person is rung up instead of written to.
    Reason,
}

named_values!(TargetField {
    Title => "title",
    Forename => "forename",
    Surname => "surname",
    DateOfBirth => "date_of_birth",
    NhsNumber => "nhs_number",
    Mobile => "mobile",
    Email => "email",
    Phone => "phone",
    PhoneSource => "phone_source",
    AddressLine(LetterLine::One) => "address_line_1",
    AddressLine(LetterLine::Two) => "address_line_2",
    AddressLine(LetterLine::Three) => "address_line_3",
    AddressLine(LetterLine::Four) => "address_line_4",
    AddressLine(LetterLine::Five) => "address_line_5",
    AddressLine(LetterLine::Six) => "address_line_6",
    Postcode => "postcode",
    PracticeCode => "practice_code",
    Vaccine => "vaccine",
    DueDate => "due_date",
    Status => "status",
    Reason => "reason",
});

/// A column of a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetColumn {
    /// The header, to the letter.
    pub header: String,
    /// What it holds.
    pub field: TargetField,
    /// Whether the system refuses a row where it is blank.
    pub required: bool,
}

/// An import file of another system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookingTarget {
    /// The name on the command line and in file names.
    pub name: String,
    /// The system that reads it.
    pub system: String,
    /// What it is for.
    pub purpose: String,
    /// How sure we are.
    pub confidence: Confidence,
    /// Whether people are contacted by text message.
    pub by_text: bool,
    /// What a row needs.
    pub contact: ContactNeed,
    /// Why somebody without it is among the exceptions; empty where nothing is needed.
    pub without_contact: String,
    /// The channel that it serves.
    pub channel: Option<Channel>,
    /// Whether each practice has a file of its own.
    pub per_practice: bool,
    /// At most this many rows a file.
    pub rows_per_file: Option<u32>,
    /// The ending of its files.
    pub file_type: FileType,
    /// Whether its files begin with the headers.
    pub header: bool,
    /// How it writes dates.
    pub dates: DateFormat,
    /// How it writes NHS numbers.
    pub nhs_numbers: NhsNumberFormat,
    /// How it writes telephone numbers.
    pub phones: PhoneFormat,
    /// Characters with which no address line may begin.
    pub line_starts_refused: String,
    /// Beginnings of national mobile numbers that the system refuses.
    pub mobiles_refused: Vec<String>,
    /// Whether the system refuses e-mail addresses that do not end in letters.
    pub email_ending_of_letters: bool,
    /// Its columns, in order.
    pub columns: Vec<TargetColumn>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Named;
    use crate::invites::targets;

    /// The table of specification 5.1, typed a second time.
    const SPECIFICATION: [(&str, &str, &str); 12] = [
        ("accubook", "Title,Given Name,Family Name,Date of Birth,NHS Number,Contact Number", "practice confirmed"),
        ("accurx-batch", "NHS number,Preferred telephone number,Date of birth,First name", "all unconfirmed"),
        ("accurx-web", "NHS number,Date of Birth", "all 250 confirmed"),
        (
            "patchs",
            "Given Name,Family Name,Date of Birth,NHS Number,Mobile Telephone,E-mail Address",
            "all 10000 confirmed",
        ),
        ("notify-sms", "phone number,first name,vaccine,due date", "all 100000 confirmed"),
        ("notify-email", "email address,first name,vaccine,due date", "all 100000 confirmed"),
        ("notify-letter", LETTER, "all 100000 confirmed"),
        ("mailmerge", MAIL_MERGE, "all confirmed"),
        ("emis", "NHS Number", "practice .txt bare unconfirmed"),
        ("systmone", "NHS Number", "practice .txt bare unconfirmed"),
        ("vision", "NHS Number", "practice .txt bare unconfirmed"),
        (
            "phone-list",
            "NHS Number,Title,Given Name,Family Name,Date of Birth,Phone,Phone source,Practice code,Vaccine,Due date,\
             Status,Reason",
            "all confirmed",
        ),
    ];
    const LETTER: &str = "address line 1,address line 2,address line 3,address line 4,address line 5,address line 6,\
                          postcode,first name,last name,vaccine,due date";
    const MAIL_MERGE: &str = "address line 1,address line 2,address line 3,address line 4,address line 5,\
                              address line 6,postcode,title,first name,last name,vaccine,due date";

    #[test]
    fn booking_files_are_known_again_by_their_phone_source() {
        assert_eq!(TargetField::PhoneSource.name(), crate::domain::own_columns::PHONE_SOURCE);
    }

    #[test]
    fn the_table_is_that_of_the_specification() {
        let targets = targets().unwrap();
        assert_eq!(targets.len(), SPECIFICATION.len());
        for (target, (name, header, rules)) in targets.iter().zip(SPECIFICATION) {
            let headers: Vec<&str> = target.columns.iter().map(|column| column.header.as_str()).collect();
            let mut said = vec![if target.per_practice { "practice" } else { "all" }.to_owned()];
            said.extend(target.rows_per_file.map(|rows| rows.to_string()));
            if target.file_type != FileType::Csv {
                said.push(format!(".{}", target.file_type.name()));
            }
            if !target.header {
                said.push("bare".to_owned());
            }
            said.push(if target.confidence == Confidence::Confirmed { "confirmed" } else { "unconfirmed" }.to_owned());
            assert_eq!(
                (target.name.as_str(), headers.join(","), said.join(" ")),
                (name, header.to_owned(), rules.to_owned())
            );
            // Section 5.2: every import file writes dates and numbers in one way.
            assert_eq!(
                (target.dates, target.nhs_numbers, target.phones),
                (DateFormat::Slashes, NhsNumberFormat::TenDigits, PhoneFormat::National)
            );
        }
    }

    #[test]
    fn each_channel_is_served_by_one_target() {
        let targets = targets().unwrap();
        let of = |channel| {
            let serving: Vec<&str> = targets
                .iter()
                .filter(|target| target.channel == Some(channel))
                .map(|target| target.name.as_str())
                .collect();
            serving.join(",")
        };
        let served: Vec<String> = Channel::ALL.iter().map(|channel| of(*channel)).collect();
        assert_eq!(served, ["notify-sms", "notify-email", "notify-letter", "phone-list"]);
    }
}
