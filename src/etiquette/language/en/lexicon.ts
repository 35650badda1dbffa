import type { Lexicon } from '../../grammar.ts';

/**
 * English word classes and small phrases that the text rules build on: the project's own collection, from its labelled examples
 * and the near misses beside them (`test/etiquette/rules`). A word that reads naturally in the same place belongs in its class.
 */
export const lexicon: Lexicon = {
  modal: '(can|could|would|will|may|might|should|do)',
  adverb:
    '(happen to|perhaps|maybe|by chance|by any chance|possibly|also|still|personally|really|actually|even|then|please|kindly|at all|currently|already|or|just|guys|all|both|ever|not|in person|well|best|from there|up there)',

  // People whom nobody names
  someone: [
    '(anyone|anybody|someone|somebody|whoever|whomever)',
    '(any|some|every) (one|body)',
    '(a|one|another|any|some|that|the right|some other|any other|one other|a second|a good|a single) (person|contact|connection|individual|acquaintance|insider|soul|human|guy)',
  ],
  everyone: '(everyone|everybody|every one|anyone|anybody|whoever|whomever|all|anything)',
  persons:
    '(people|persons|folks|folk|individuals|guys|lads|blokes|humans|professionals|insiders|others|contacts|connections|souls)',
  'close-ones':
    '(friends|mates|buddies|pals|chums|buds|homies|acquaintances|contacts|connections|cronies|crew|gang|crowd|classmates|followers|old boys)',
  'work-ones':
    '(colleagues|coworkers|co workers|workmates|teammates|peers|associates|clients|customers|suppliers|competitors|partners|bosses|managers|superiors|counterparts|alumni|neighbours|recruiters|employers|directors|people|folks|guys|lads|lot|seniors|equals)',
  'your-ones': '(<close-ones>|<work-ones>)',
  roles:
    '(recruiters|headhunters|hirers|managers|employers|directors|foremen|gaffers|supervisors|heads|principals|headteachers|leaders|team leads|decision makers|bosses|owners|founders|investors|partners|editors|curators|surveyors|nurses|doctors|surgeons|teachers|tutors|chefs|cooks|lawyers|solicitors|barristers|translators|interpreters|engineers|developers|designers|architects|researchers|professors|scientists|investigators|librarians|archivists|accountants|bookkeepers|planners|dispatchers|drivers|electricians|plumbers|welders|joiners|builders|contractors|farmers|growers|pharmacists|midwives|consultants|executives|officers|officials|governors|matrons|buyers|traders|agents|brokers|bankers|specialists|experts|practitioners|producers|publishers|journalists|colleagues|clients|customers|suppliers|competitors|friends|mates|buddies|pals)',
  role: '(recruiter|headhunter|manager|employer|director|foreman|gaffer|supervisor|head|principal|decision maker|boss|owner|founder|partner|editor|curator|surveyor|nurse|doctor|teacher|tutor|chef|lawyer|solicitor|translator|engineer|developer|designer|architect|researcher|professor|scientist|librarian|archivist|accountant|planner|dispatcher|driver|electrician|plumber|welder|joiner|builder|contractor|farmer|pharmacist|midwife|consultant|officer|buyer|agent|broker|specialist|expert|producer|publisher|journalist|colleague|client|supplier|friend|mate|practice|insider)',
  'a-few': [
    '(some|any|several|various|many|more|other|those|these|them|certain|multiple|numerous|different|fellow|all the|all|as many|such)',
    '(a|the)? (few|couple|handful|bunch|number|dozen|dozens|loads|load|tons|lots|lot|plenty|half|most|list|batch|range|pair) (of|more|other)?',
    '(one|two|three|1|2|3) (or|to) (two|three|four|2|3|4)',
    '(two|three|four|five|six|ten|2|3|4|5|6|7|8|9|10|20|twenty)',
  ],
  'few-people': [
    '<a-few> ..2 (<persons>|<roles>)',
    '<a-few> (of)? (them|those|these|the|your) ..2',
    '(<persons>|<roles>)',
    '<a-few> (at|in|from|who|that|with|over|there)',
  ],
  strangers: ['<someone>', '<few-people>', '(any|a|an|one|another|some) ..1 <role>'],

  // What a person's acquaintances are called together
  network:
    '(network|networks|circle|circles|contacts|contact list|contacts list|contact book|list of contacts|connections|address book|addressbook|phone book|phonebook|black book|rolodex|rolodexes|friends list|friend list|friendlist|followers|acquaintances|relationships|sphere|orbit|tribe|client list|client base|contact base|phone contacts|friends|mates|buddies|pals|chums|crowd|gang)',

  // What one does with somebody one was pointed to
  'contact-verb':
    '(talk|talking|speak|speaking|chat|chatting|contact|contacting|message|messaging|email|emailing|mail|mailing|call|calling|ring|ringing|phone|phoning|text|texting|write|writing|ping|pinging|dm|reach|reaching|approach|approaching|meet|meeting|connect|connecting|bother|bothering|hit up|hitting up|tap up|try|trying|pester|pick|turn to|go to|learn from|be introduced|drop a line|hear from|follow up|get in touch|getting in touch|get hold|have a word|have coffee|grab coffee|have a chat|sit down|get to know|getting to know|ask|asking|shadow|visit)',
  'bring-together':
    '(introduce|introducing|intro|connect|connecting|hook|hooking|link|linking|acquaint|match|put|putting|pair|set)',
  direct:
    '(point|pointing|steer|steering|direct|directing|send|sending|refer|referring|recommend|recommending|nudge|push|pass|guide|lead|suggest|mention|throw|sling|present|walk|aim|get|name|plug|advertise|patch|pitch|sell|vouch for)',
  give: '(give|giving|send|sending|pass|passing|share|sharing|drop|dropping|shoot|text|email|mail|dm|forward|forwarding|write|list|toss|throw|fling|hand|handing|slip|provide|providing|furnish|supply|supplying|offer|lend|get|fire|sling|chuck|ping|tell|reveal|name|recommend|suggest|fetch|feed|whisper|jot|spare|message|have|let)',
  'my-papers': [
    'my (own|full|updated|latest|short|current|new|little|attached)? (cv|cvs|resume|resumes|curriculum|profile|portfolio|name|details|number|application|info|information|story|card|flyer|flyers|link|bio|brochure|reel|showreel|email|post|ad|advert|pitch|letter)',
    'me',
    'it',
    'this',
    'the (cv|resume|profile|flyer|attached)',
  ],
};
