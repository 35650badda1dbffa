/**
 * Letters of other scripts that look like Latin ones, after lower-casing: the kind of pair that Unicode Technical Standard
 * #39 calls confusable, as far as fonts in chat show them alike. `l` is folded to `i`.
 */
const pairs =
  // Cyrillic
  'аa вb сc ԁd еe һh нh іi јj кk ӏi мm пn оo рp ԛq гr ѕs тt уy үy хx ѡw ԝw ' +
  // Greek
  'αa βb εe ηn ιi κk νv οo ρp τt υu χx γy ωw ' +
  // Latin letters that don't decompose
  'ɑa ɡg ɩi ʏy ʀr ɴn ʜh ᴀa ᴄc ᴅd ᴇe ᴊj ᴋk ᴍm ᴏo ᴘp ᴛt ᴜu ᴠv ᴡw ᴢz ꜱs ʟi ɪi ꜰf ɢg ʙb';

export const lookAlikes: ReadonlyMap<number, number> = new Map(
  pairs.split(' ').map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]),
);
