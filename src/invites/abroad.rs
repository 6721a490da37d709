//! Names of countries, which have no place in an address of the forces.

/// Countries and territories other than the United Kingdom, in English (ISO 3166, short names and those in common use).
const COUNTRIES: &str = "\
    afghanistan,albania,algeria,andorra,angola,anguilla,antarctica,antigua and barbuda,argentina,armenia,aruba,ascension,\
    ascension island,australia,austria,azerbaijan,bahamas,bahrain,bangladesh,barbados,belarus,belgium,belize,benin,bermuda,\
    bhutan,bolivia,bosnia,bosnia and herzegovina,botswana,brazil,british indian ocean territory,brunei,bulgaria,\
    burkina faso,burma,burundi,cambodia,cameroon,canada,cape verde,cayman islands,central african republic,chad,chile,\
    china,colombia,comoros,congo,costa rica,cote d'ivoire,croatia,cuba,cyprus,czech republic,czechia,\
    democratic republic of the congo,denmark,diego garcia,djibouti,dominica,dominican republic,east timor,ecuador,egypt,\
    eire,el salvador,equatorial guinea,eritrea,estonia,eswatini,ethiopia,falkland islands,falklands,faroe islands,fiji,\
    finland,france,gabon,gambia,georgia,germany,ghana,gibraltar,greece,greenland,grenada,guatemala,guinea,guinea bissau,\
    guyana,haiti,holland,honduras,hong kong,hungary,iceland,india,indonesia,iran,iraq,ireland,israel,italy,ivory coast,\
    jamaica,japan,jordan,kazakhstan,kenya,kiribati,kosovo,kuwait,kyrgyzstan,laos,latvia,lebanon,lesotho,liberia,libya,\
    liechtenstein,lithuania,luxembourg,macao,madagascar,malawi,malaysia,maldives,mali,malta,marshall islands,mauritania,\
    mauritius,mexico,micronesia,moldova,monaco,mongolia,montenegro,montserrat,morocco,mozambique,myanmar,namibia,nauru,\
    nepal,netherlands,new zealand,nicaragua,niger,nigeria,north korea,north macedonia,norway,oman,pakistan,palau,palestine,\
    panama,papua new guinea,paraguay,peru,philippines,pitcairn islands,poland,portugal,qatar,republic of ireland,romania,\
    russia,rwanda,samoa,san marino,sao tome and principe,saudi arabia,senegal,serbia,seychelles,sierra leone,singapore,\
    slovakia,slovenia,solomon islands,somalia,south africa,south georgia,south korea,south sudan,spain,sri lanka,st helena,\
    saint helena,st kitts and nevis,st lucia,sudan,suriname,swaziland,sweden,switzerland,syria,taiwan,tajikistan,tanzania,\
    thailand,togo,tonga,trinidad and tobago,tristan da cunha,tunisia,turkey,turkmenistan,turks and caicos islands,tuvalu,\
    uae,uganda,ukraine,united arab emirates,united states,united states of america,uruguay,us,usa,uzbekistan,vanuatu,\
    vatican city,venezuela,vietnam,virgin islands,yemen,zambia,zimbabwe";

/// Whether a line of an address is nothing but the name of a country abroad.
pub fn is_abroad(line: &str) -> bool {
    let lower = line.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|word| !word.is_empty())
        .skip_while(|word| *word == "the")
        .collect();
    let name = words.join(" ");
    COUNTRIES.split(',').any(|country| country == name)
}
