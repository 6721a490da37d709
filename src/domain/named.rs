//! One form for values that have names: in files, on the command line, in
//! outputs and in completions.

/// A value of a small set, each with the name by which people write and read it.
///
/// [`named_values!`](crate::domain::named_values) makes it from one list, which
/// does not compile before every variant of the type has its name.
pub trait Named: Copy + PartialEq + 'static {
    /// Every value, in the order in which they are shown.
    const ALL: &'static [Self];

    /// The name.
    fn name(self) -> &'static str;

    /// The value with this name, to the letter.
    fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.name() == name)
    }

    /// Every name, in the order of [`Named::ALL`].
    fn names() -> Vec<&'static str> {
        Self::ALL.iter().map(|value| value.name()).collect()
    }
}

/// A named value that the command line explains.
pub trait Described: Named {
    /// What it means, in a short sentence for the help.
    fn help(self) -> &'static str;
}

/// Names every variant of an enum, each once: `Variant => "name"`, or
/// `Variant => ("name", "Its meaning.")` where the command line explains them.
macro_rules! named_values {
    ($type:ident { $($variant:ident $(($($inner:tt)+))? => $name:literal),+ $(,)? }) => {
        impl $type {
            /// The name, as it is written in files and shown.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant $(($($inner)+))? => $name),+
                }
            }
        }

        impl $crate::domain::Named for $type {
            const ALL: &'static [Self] = &[$(Self::$variant $(($($inner)+))?),+];

            fn name(self) -> &'static str {
                // That of the type itself, which needs no trait in scope.
                self.name()
            }
        }
    };
    ($type:ident { $($variant:ident => ($name:literal, $help:literal)),+ $(,)? }) => {
        $crate::domain::named_values!($type { $($variant => $name),+ });

        impl $crate::domain::Described for $type {
            fn help(self) -> &'static str {
                match self {
                    $(Self::$variant => $help),+
                }
            }
        }
    };
}

pub(crate) use named_values;

#[cfg(test)]
mod tests {
    use super::Named;
    use crate::domain::{Consequence, DoubtId, Ethnicity, Flag, Gender, ProcedureClass};

    fn check<T: Named + std::fmt::Debug>() {
        let names = T::names();
        for (place, value) in T::ALL.iter().enumerate() {
            // No two values share a name, or the second could not be read back.
            assert_eq!(T::named(value.name()), Some(*value));
            assert_eq!(names[place], value.name());
        }
        assert_eq!(T::named("no such name"), None);
    }

    #[test]
    fn every_value_is_read_by_its_name() {
        check::<Consequence>();
        check::<DoubtId>();
        check::<Gender>();
        check::<Ethnicity>();
        check::<Flag>();
        check::<ProcedureClass>();
    }
}
