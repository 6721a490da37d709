//! People whose course is set in advance, so that every status occurs:
//! doses on, just before and just after each due date.

use crate::domain::Flags;
use crate::sample::codes::{BOOSTER, FIRST, GIVEN, Procedure, SECOND, THIRD};

/// A person's course, in days before the as-at date.
#[derive(Debug)]
pub struct Story {
    /// Age in completed years, as at.
    pub age: i32,
    /// How birthday and as-at date lie.
    pub birthday: Birthday,
    /// The only flags of the person.
    pub flags: Flags,
    /// The doses.
    pub doses: &'static [(i32, &'static Procedure)],
    /// Whether the first dose is Janssen.
    pub janssen: bool,
    /// When a dose was declined.
    pub declined: Option<i32>,
}

/// How birthday and as-at date lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Birthday {
    /// The last birthday was so many days before the as-at date.
    Ago(i32),
    /// The next birthday is so many days after the as-at date.
    In(i32),
    /// On 29 February (the age is then approximate).
    LeapDay,
    /// On the last day of spring campaigns, 30 June (the age is then that day's).
    CampaignEnd,
}

const ADULT: Story =
    Story { age: 45, birthday: Birthday::Ago(100), flags: Flags::none(), doses: &[], janssen: false, declined: None };
const SUPPRESSED: Story = Story { age: 58, flags: Flags::IMMUNOSUPPRESSED, ..ADULT };
const OLD: Story = Story { age: 79, ..ADULT };
const CHILD: Story = Story { age: 13, ..ADULT };

/// Every story.
pub static STORIES: [Story; 64] = [
    // Second dose: on either side of 56 and 84 days.
    Story { doses: &[(30, &FIRST)], ..ADULT },
    Story { doses: &[(55, &FIRST)], ..ADULT },
    Story { doses: &[(56, &FIRST)], ..ADULT },
    Story { doses: &[(76, &FIRST)], ..ADULT },
    Story { doses: &[(77, &FIRST)], ..ADULT },
    Story { doses: &[(84, &FIRST)], ..ADULT },
    Story { doses: &[(85, &FIRST)], ..ADULT },
    Story { doses: &[(200, &FIRST)], ..ADULT },
    Story { age: 27, doses: &[(70, &FIRST)], ..ADULT },
    Story { age: 9, doses: &[(20, &FIRST)], ..ADULT },
    Story { doses: &[(90, &FIRST)], ..CHILD },
    Story { doses: &[(98, &FIRST)], ..CHILD },
    Story { doses: &[(99, &FIRST)], ..CHILD },
    Story { flags: Flags::AT_RISK, doses: &[(60, &FIRST)], ..CHILD },
    Story { doses: &[(70, &GIVEN)], ..OLD },
    // First booster: on either side of 91 and 182 days.
    Story { doses: &[(130, &FIRST), (60, &SECOND)], ..ADULT },
    Story { doses: &[(160, &FIRST), (90, &SECOND)], ..ADULT },
    Story { doses: &[(161, &FIRST), (91, &SECOND)], ..ADULT },
    Story { doses: &[(251, &FIRST), (181, &SECOND)], ..ADULT },
    Story { doses: &[(252, &FIRST), (182, &SECOND)], ..ADULT },
    Story { doses: &[(330, &FIRST), (260, &SECOND)], ..ADULT },
    Story { doses: &[(450, &FIRST), (370, &SECOND)], ..OLD },
    Story { doses: &[(330, &FIRST), (260, &SECOND), (150, &BOOSTER)], ..ADULT },
    Story { doses: &[(190, &FIRST), (100, &SECOND)], ..CHILD },
    Story { flags: Flags::AT_RISK, doses: &[(250, &FIRST), (180, &SECOND)], ..CHILD },
    Story { age: 16, doses: &[(240, &FIRST), (150, &SECOND)], ..ADULT },
    Story { age: 17, doses: &[(160, &FIRST), (70, &SECOND)], ..ADULT },
    // The first recorded dose shows that others came before it.
    Story { doses: &[(200, &SECOND)], ..ADULT },
    Story { doses: &[(200, &SECOND), (100, &BOOSTER)], ..ADULT },
    Story { doses: &[(150, &BOOSTER)], ..ADULT },
    Story { doses: &[(150, &THIRD)], ..OLD },
    // Janssen: one dose is the course.
    Story { janssen: true, doses: &[(100, &FIRST)], ..ADULT },
    Story { janssen: true, doses: &[(60, &FIRST)], ..ADULT },
    Story { janssen: true, doses: &[(250, &FIRST), (140, &BOOSTER)], ..ADULT },
    Story { janssen: true, doses: &[(250, &FIRST)], ..SUPPRESSED },
    // Third primary doses.
    Story { doses: &[(40, &FIRST)], ..SUPPRESSED },
    Story { doses: &[(110, &FIRST), (40, &SECOND)], ..SUPPRESSED },
    Story { doses: &[(125, &FIRST), (55, &SECOND)], ..SUPPRESSED },
    Story { doses: &[(126, &FIRST), (56, &SECOND)], ..SUPPRESSED },
    Story { doses: &[(330, &FIRST), (260, &SECOND)], ..SUPPRESSED },
    Story { doses: &[(200, &FIRST), (130, &SECOND), (30, &THIRD)], ..SUPPRESSED },
    Story { doses: &[(330, &FIRST), (260, &SECOND), (180, &THIRD)], ..SUPPRESSED },
    Story { doses: &[(330, &FIRST), (260, &SECOND), (180, &BOOSTER)], ..SUPPRESSED },
    Story { doses: &[(400, &FIRST), (330, &SECOND), (220, &THIRD), (110, &BOOSTER)], ..SUPPRESSED },
    Story { doses: &[(400, &FIRST), (330, &SECOND), (220, &THIRD), (110, &BOOSTER), (12, &BOOSTER)], ..SUPPRESSED },
    Story { doses: &[(200, &BOOSTER)], ..SUPPRESSED },
    Story { age: 14, doses: &[(200, &FIRST), (120, &SECOND)], ..SUPPRESSED },
    // Campaigns.
    Story { doses: &[(480, &FIRST), (400, &SECOND), (220, &BOOSTER), (20, &BOOSTER)], ..OLD },
    Story { doses: &[(480, &FIRST), (400, &SECOND), (220, &BOOSTER)], ..OLD },
    Story { doses: &[(480, &FIRST), (400, &SECOND), (90, &BOOSTER)], ..OLD },
    Story { doses: &[(480, &FIRST), (400, &SECOND), (91, &BOOSTER)], ..OLD },
    Story { doses: &[(95, &FIRST), (20, &SECOND)], ..OLD },
    Story { doses: &[(300, &FIRST)], ..OLD },
    Story {
        age: 74,
        birthday: Birthday::CampaignEnd,
        doses: &[(480, &FIRST), (400, &SECOND), (200, &BOOSTER)],
        ..ADULT
    },
    Story {
        age: 86,
        flags: Flags::CARE_HOME_RESIDENT,
        doses: &[(500, &FIRST), (420, &SECOND), (220, &BOOSTER)],
        ..ADULT
    },
    Story { age: 88, flags: Flags::HOUSEBOUND, doses: &[(500, &FIRST), (420, &SECOND), (220, &BOOSTER)], ..ADULT },
    Story { age: 103, ..OLD },
    // No dose.
    Story { declined: Some(300), ..ADULT },
    Story { age: 3, ..ADULT },
    Story { age: 7, flags: Flags::AT_RISK, ..ADULT },
    Story { age: 11, birthday: Birthday::In(1), ..ADULT },
    Story { age: 29, birthday: Birthday::LeapDay, ..ADULT },
    // Declined, and what came before or after it.
    Story { doses: &[(200, &FIRST), (130, &SECOND)], declined: Some(30), ..ADULT },
    Story { doses: &[(200, &FIRST), (130, &SECOND)], declined: Some(320), ..OLD },
];
