//! A way of `--channels`: a channel, with the target that serves it where one
//! is named.

use crate::domain::Named;
use crate::invites::Channel;

/// A channel as typed: `sms`, or `sms=accubook`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedChannel {
    /// The channel.
    pub channel: Channel,
    /// The target that serves it; none for the one of the table.
    pub target: Option<String>,
}

impl TypedChannel {
    /// Reads a channel with or without a target.
    ///
    /// # Errors
    /// When there is no such channel, or nothing after the `=`.
    pub fn read(text: &str) -> Result<Self, String> {
        let (word, target) = text.split_once('=').map_or((text, None), |(word, target)| (word, Some(target)));
        let channel = Channel::named(word.trim())
            .ok_or_else(|| format!("the channels are {}, each also with a target: sms=accubook", known()))?;
        let target = target.map(|target| target.trim().to_owned());
        if target.as_ref().is_some_and(String::is_empty) {
            return Err("after = comes the name of a target, such as sms=accubook".to_owned());
        }
        Ok(Self { channel, target })
    }

    /// The words that completions offer.
    pub fn words() -> Vec<String> {
        Channel::names().into_iter().map(str::to_owned).collect()
    }
}

fn known() -> String {
    Channel::names().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_channel_with_and_without_its_target() {
        let read = |text| TypedChannel::read(text).map(|typed| (typed.channel, typed.target));
        assert_eq!(read("sms"), Ok((Channel::Sms, None)));
        assert_eq!(read("letter=mailmerge"), Ok((Channel::Letter, Some("mailmerge".to_owned()))));
        assert!(read("pigeon").unwrap_err().contains("sms, email, letter, phone"));
        assert!(read("sms=").unwrap_err().contains("sms=accubook"));
    }
}
