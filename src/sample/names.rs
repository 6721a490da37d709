//! Invented names. Surnames and places are made of parts that no list of real
//! people was asked for.

/// Given names of girls and women.
pub const FEMALE: [&str; 36] = [
    "Amelia",
    "Olivia",
    "Isla",
    "Ava",
    "Mia",
    "Grace",
    "Freya",
    "Lily",
    "Evie",
    "Ivy",
    "Margaret",
    "Jean",
    "Dorothy",
    "Joan",
    "Patricia",
    "Susan",
    "Linda",
    "Christine",
    "Julie",
    "Karen",
    "Tracey",
    "Sarah",
    "Emma",
    "Laura",
    "Gemma",
    "Amina",
    "Fatima",
    "Priya",
    "Anjali",
    "Mei",
    "Ngozi",
    "Abena",
    "Chloe",
    "Katarzyna",
    "Elena",
    "Sofia",
];

/// Given names of boys and men.
pub const MALE: [&str; 36] = [
    "Oliver", "George", "Noah", "Arthur", "Harry", "Leo", "Jack", "Charlie", "Oscar", "Henry", "Ronald", "Kenneth",
    "Derek", "Brian", "Peter", "David", "Michael", "Alan", "Stephen", "Paul", "Andrew", "Mark", "Darren", "Lee",
    "Craig", "Imran", "Yusuf", "Arjun", "Ravi", "Wei", "Chidi", "Kwame", "Ryan", "Piotr", "Andrei", "Mateo",
];

/// First parts of surnames and places.
pub const FIRST_PARTS: [&str; 24] = [
    "Ash", "Birch", "Brack", "Cald", "Copper", "Dun", "Elder", "Fenn", "Gorse", "Hazel", "Heather", "Kestrel", "Lark",
    "Marl", "Nettle", "Otter", "Pebble", "Quill", "Rook", "Sedge", "Thistle", "Umber", "Willow", "Yarrow",
];

/// Second parts of surnames.
pub const SURNAME_ENDS: [&str; 16] = [
    "wick", "cote", "mere", "sham", "stow", "brook", "field", "worth", "ridge", "garth", "combe", "thorpe", "barrow",
    "shaw", "by", "den",
];

/// Kinds of street.
pub const STREETS: [&str; 8] = ["Street", "Road", "Lane", "Close", "Avenue", "Drive", "Way", "Gardens"];

/// Second parts of towns.
pub const TOWN_ENDS: [&str; 6] = ["ford", "ton", "bury", "ham", "minster", "bridge"];

/// Counties that are on no map.
pub const COUNTIES: [&str; 4] = ["Midshire", "Norsetshire", "Westmarch", "Eastfold"];

/// Kinds of practice.
pub const PRACTICE_KINDS: [&str; 5] =
    ["Surgery", "Medical Centre", "Health Centre", "Family Practice", "Medical Practice"];

/// Who gave the vaccine; one with the backslash that suppliers leave behind.
pub const VACCINATORS: [(&str, &str); 8] = [
    ("Ellena", "O\\'Reilly"),
    ("", ""),
    ("Tom", "Umberwick"),
    ("Asha", "Larkfield"),
    ("", ""),
    ("Beth", "Sedgemere"),
    ("Sam", "Dunstow"),
    ("Jo", "Rookby"),
];

/// Ethnic category codes with their weights where people are mostly White.
pub const ETHNICITY: [(u32, &str); 19] = [
    (700, "A"),
    (8, "B"),
    (70, "C"),
    (6, "D"),
    (3, "E"),
    (6, "F"),
    (5, "G"),
    (26, "H"),
    (20, "J"),
    (7, "K"),
    (14, "L"),
    (9, "M"),
    (20, "N"),
    (4, "P"),
    (7, "R"),
    (14, "S"),
    (40, "Z"),
    (10, "99"),
    (31, ""),
];

/// Ethnic category codes with their weights where people are of many origins.
pub const ETHNICITY_MIXED: [(u32, &str); 19] = [
    (330, "A"),
    (12, "B"),
    (130, "C"),
    (18, "D"),
    (9, "E"),
    (13, "F"),
    (15, "G"),
    (75, "H"),
    (65, "J"),
    (40, "K"),
    (45, "L"),
    (45, "M"),
    (70, "N"),
    (15, "P"),
    (12, "R"),
    (35, "S"),
    (40, "Z"),
    (10, "99"),
    (21, ""),
];
