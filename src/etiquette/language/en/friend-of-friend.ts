import type { Lexicon, Phrase } from '../../grammar.ts';

/**
 * People who belong to the writer, and what a helper can be asked to do for them. Kin and company as English names them, with
 * the in-law, step- and half- forms; the rest from the project's own labelled examples.
 */
export const kinship: Lexicon = {
  kin: [
    '(friend|friends|mate|mates|buddy|buddies|pal|pals|bestie|cousin|cousins|brother|brothers|sister|sisters|sibling|siblings|mum|dad|parents|parent|folks|wife|husband|spouse|partner|fiance|fiancee|girlfriend|boyfriend|gf|bf|missus|son|sons|daughter|daughters|child|children|kid|kids|lad|lads|niece|nieces|nephew|nephews|aunt|auntie|aunty|uncle|grandson|granddaughter|grandchild|grandma|grandmother|grandad|granddad|grandfather|stepson|stepdaughter|stepbrother|stepsister|stepdad|stepmum|godson|goddaughter|goddad|relative|relatives|flatmate|flatmates|roommate|roommates|roomie|housemate|housemates|lodger|neighbour|neighbours|colleague|colleagues|coworker|coworkers|workmate|workmates|teammate|teammates|classmate|classmates|student|students|pupil|pupils|trainee|apprentice|apprentices|intern|interns|trainees|protege|mentee|client|acquaintance|landlord|landlady|tenant|babysitter|nanny|cleaner|hairdresser|godchild|homie|homeboy|nan|gran|granny|granddad|nana|grandpa|other half|better half|loved one|girl|guy)',
    '(co worker|co workers|half brother|half sister|flat mate|room mate|house mate|significant other)',
    '(brother|sister|mum|dad|son|daughter|parents|brothers|sisters|mother|father) in (law|laws)',
    'in laws',
  ],
  'a-person':
    '(guy|girl|man|woman|lad|lady|bloke|chap|person|someone|somebody|people|kid|fella|dude|gal|couple|nurse|lads|boys|girls|women|men|folks)',
  /** The writer's own people. */
  third: [
    '(my|our) ..2 <kin> <kin>?',
    '<kin> of (mine|ours)',
    '(someone|somebody) else',
    '(a|an|one|another|some|this|that|two|three|1|2) ..2 (friend|mate|cousin|nephew|niece|neighbour|colleague|coworker|classmate|relative|acquaintance|buddy|pal|student|flatmate|roommate|teammate|friends|mates|client) (from|in|at|who|that|needs|is|wants|was|has|would|asked|just)',
    '(a|an|one|another|some|this|that|the|two|three|there) ..2 <a-person> (that|who|whom)? (i|we) ..3 (know|knows|knew|met|work|worked|used to|study|studied|teach|taught|train|trained|play|sing|live|volunteer|mentor|went|go|share|grew|like|care|ran|look|help)',
    '(a|an|one|another|some|this|that|the|two|three|there) ..2 (<a-person>|student|trainee|apprentice|kid) (from|in|at|on) (my|our)',
    '(someone|somebody) (that|who)? (i|we) (know|met|work|used|teach|care|trust|love|like|studied|went)',
    '(someone|somebody|people|anyone) (from|in|at|on) (my|our)',
    '(for|about) a (friend|mate|cousin|neighbour|colleague|relative|classmate|buddy|pal)',
    '(we|i) have ..1 (a|an|this|two|some|another) ..2 (trainee|trainees|student|students|friend|friends|colleague|colleagues|client|clients|apprentice|intern|employee|volunteer|candidate|guy|lad|girl|woman|man|person|neighbour|cousin|nephew|niece) ',
    '(one|some|two|three) of (the|our|my) ..1 (mums|dads|parents|kids|boys|girls|lads|guys|women|men|ladies|students|trainees|apprentices|volunteers|neighbours|players|members|regulars|people|folks) (at|from|in|on|who)',
    '(the|a|this|that) ..1 <a-person> (that|who) ..3 (my|our|me|us)',
    '(a|one of) (friend|my friends|my mates|my colleagues)',
    'one of (my|our) ..2 (<kin>|<a-person>|people)',
    '(some|a few|two|three|several) ..2 (lads|girls|people|guys|kids|women|men|folks) (from|on|in|at) (my|our)',
  ],
  them: '(him|her|them|it for him|it for her|it for them)',
  theirs: '(his|her|their|him|them|this|the|that)',
  papers:
    '(cv|cvs|resume|resumes|curriculum|application|applications|profile|portfolio|letter|cover letter|form|forms|papers|details|name|number|certificate|certificates|file|essay|documents|email|linkedin|reel|paperwork|statement|info|information|case|work|stuff)',
};

/** Verbs whose object is somebody who is helped by it. */
const doing: Lexicon = {
  'help-verb':
    '(refer|referring|recommend|recommending|hire|hiring|employ|employing|help|helping|introduce|introducing|intro|connect|connecting|take|taking|get|getting|give|giving|find|finding|sort|fix|put|putting|call|calling|ring|ringing|phone|phoning|contact|contacting|email|emailing|message|messaging|meet|meeting|interview|interviewing|see|seeing|mentor|mentoring|coach|coaching|train|training|teach|teaching|tutor|tutoring|advise|advising|guide|guiding|show|showing|let|letting|consider|considering|slot|squeeze|place|placing|bring|bringing|offer|offering|set|setting|walk|talk|nominate|endorse|back|support|sponsor|invite|inviting|add|try|trying|smuggle|sneak|hook|land|score|wangle|swing|land|arrange|organise|organize|secure|approve|pick|choose|select|push|plug|send|text|assist|rescue|save|accommodate|shortlist|promote|register|enrol|enroll|recruit|onboard|host|supervise|accept|admit|include|tip|remember|keep|fit|start|have)',
  'help-for':
    '(put in|put|say|drop|have|speak|talk|do|pull|make|write|find|get|arrange|organise|organize|ask|look|check|enquire|inquire|see|sort|fix|fetch|print|translate|fill|vouch|lobby|intervene|intercede|call|ring|apply|search|stand|pay|step|plead|advocate|give|offer|open|create|keep|save|reserve|hold|spare|send|forward|pass|show|mention|draft|prepare|edit)',
  'paper-verb':
    '(look at|look over|look through|glance|have a look|take a look|have a glance|review|reviewing|read|reading|check|checking|proofread|edit|fix|correct|rewrite|pass|passing|forward|forwarding|send|sending|hand|handing|submit|submitting|share|sharing|give|move|push|get|put|deliver|print|take|nudge|ask about|slip|drop|show|mention|email|bump|fast track|prioritise|prioritize|see to|consider|translate|keep|place|bring|carry|upload|add|leave|slide|sneak|circulate|run|walk|process|chase|write|save)',
};

const asking: Lexicon = {
  'can-ask': [
    '(can|could|would|will|might|may|should) not? you',
    '(do|would) you mind',
    '(please|kindly)',
    '(want|need|like|love|ask|asking|beg|request|hoping|hope|expect) you (to|could|would|can|will|might)',
    '(if|that|hope|hoping|wish|thought|think|maybe|perhaps|so) you (can|could|would|will|might|may)',
    '(any|no) (chance|way|possibility) (you|your|of|that)',
    '(are|be) you (able|willing) to',
    'you (could|can|would|might|should)',
    '(would|could|can|will) your ..2',
    '(count|rely|bank|depend|call) on you (to|for)',
    '(love|like|great|lovely|nice|amazing|good|ideal|possible|kind|grateful|wonderful) (for you to|it if you|if you could|if you would|you to)',
    '(is there|there is|see) ..2 (way|chance|any way) (that)? you (could|can|would|might)?',
    '(do me|do us) (a|this|one)? ..1 (favour|favor|solid|kindness)',
    '(mind|fancy) (if you)?',
    'u (can|could)',
  ],
};

export const friendLexicon: Lexicon = { ...kinship, ...doing, ...asking };

export const friendOfFriend = {
  /** A third person who belongs to the writer. */
  'third-person': ['<third>', '(my|our) ..1 <kin> <kin>'],
  /** Says outright that it is for somebody else. */
  'for-another': [
    'asking for a friend',
    '(not|is not|isnt) (actually|really)? for (me|myself)',
    'not me ..3 (my|a)',
    'on behalf of (my|a|our|someone|somebody)',
    'for (someone|somebody) else',
    'i (am)? (write|writing|ask|asking|speak|speaking|interpret|translate) (for|on behalf of)',
    'as the (carer|guardian|interpreter|caregiver) of',
  ],
  /** Asks for something to be done for the third person, who is named in it. */
  'does-for-them': [
    '<help-verb> ..1 <third>',
    '(think of|keep in mind) <third>',
    'do <third> (a|this|the) ..1 (favour|favor|solid|kindness)',
    '<help-verb> (up|on|in|out)? ..3 (job|jobs|interview|placement|trial|chance|place|spot|work|something|shift|shifts|apprenticeship|internship|experience|position|role|gig|start|reference|recommendation|slot|room|opening|anything) ..4 for <third>',
    '<help-for> ..6 (for|about|on behalf of|regarding|with) <third>',
    '<paper-verb> ..3 <third> ..1 <papers>',
    '(speak|talk|write|chat|listen) (to|with) ..1 <third>',
    '(told|asked|tell|ask|convince|persuade|get) your ..3 (about|for|to) ..4 <third>',
    'introduce ..3 and <third>',
  ],
  /** Names what is wanted for them. */
  'wanted-for-them': [
    '(job|jobs|work|room|space|spot|place|anything|something|opening|openings|vacancy|vacancies|position|use|slot|chance|gig|shift|shifts|placement|apprenticeship|internship|interview|referral) ..5 for <third>',
    '(if|that|when|grateful|wish|great|love|obliged) ..1 you ..2 (met|hired|helped|gave|took|found|referred|recommended|introduced|got|put|saw|called|considered|interviewed|mentored|spoke to|spoke with|talked to|talked with|trained|taught) ..1 <third>',
    '(would|could|can|will) your ..3 (take|hire|have|use|consider|employ|see|interview|give|meet|help) ..2 <third>',
    '(word|words|favour|favor) ..5 for <third>',
    '(help|assistance) (for|with finding) <third>',
  ],
  /** The same with a pronoun; counts where a third person was spoken of. */
  'does-for-pronoun': [
    '<can-ask> ..6 <help-verb> ..1 (him|her|them)',
    '<can-ask> ..4 <help-for> ..7 (for|about|on) (him|her|them)',
    'when (can|could|should|may) (he|she) ..1 (call|come|meet|start|visit|join)',
    '(could|can|might|would) (use|hire|take) (him|her|them)',
    '<can-ask> ..6 <paper-verb> ..3 (his|her|their) ..1 <papers>',
    '<can-ask> ..1 (ask|check|find out|enquire|inquire|chase) ..4 (his|her|their) ..1 <papers>',
    '<can-ask> ..6 (send|give|show|teach|offer|get|find) (him|her|them) ..1 ',
    '^ (please|pls|kindly|just|and|so|also|then)? (refer|recommend|hire|help|introduce|take|get|give|find|put|call|ring|contact|meet|mentor|consider|see|talk|speak|interview|pass|forward|send|hand|show|let|look|have|do|support|train|teach) ..3 (him|her|them|his|their) ',
    'your ..3 (take|hire|employ|use|consider|need) ..1 (him|her|them)',
    'do the same for',
    'what you can do for (him|her|them|my)',
    '(if|that|hope|hoping|wish|thought|think|maybe|perhaps|grateful|appreciate|wonder|wondering|want|love|like|glad|great|lovely|amazing|mean|massive|favour|favor) ..6 you ..3 (<help-verb>|met|found|gave|took|got|put|helped|hired|spoke|told|called|introduced|referred|recommended|talked) ..4 (him|her|them|his)',
    '(attached|attach|attaching|enclosed|here|here is|sending|send|forward|sent|pasted|include|included) ..4 (his|her|their|my ..2 <kin>) ..1 <papers>',
    '(told|promised|assured|tell) (him|her|them|<third>) ..2 you (would|will|can|could|might) ',
    '(he|she|they) (will|would|is going to|are going to|can|could|shall) (call|ring|phone|contact|write|message|email|be in touch|get in touch)',
    '(gave|given|give|passed) (him|her|them|<third>) ..1 your (number|email|contact|details|name|address|phone)',
    'need ..2 (recommendation|reference|referral|job|internship|placement|interview) ..3 (from you|at your|in your|with you)',
    '(a|some|any) (job|trial|interview|placement|chance|internship|apprenticeship|spot|place|reference|referral|introduction|shot|shift|opening) (for|to) (him|her|them)',
    '(anything|something|room|space|spot|place|job|work|vacancy|opening|chance|use) ..4 for (him|her|them|someone like (him|her|them|that|my))',
  ],
  /** The same, where it is the helper who should do it. */
  'does-for-pronoun-in-request': [
    '<help-verb> (him|her|them) (in|on|up|through|sorted|out|into|over|onto|a|an|some|any) ..3 (at yours|job|jobs|work|interview|trial|chance|list|shot|call|hand|reference|spot|place|placement|something|advice|tour|kitchen|team|lab|firm|company|shifts|shift|door|pile|your)',
    '(get|put|take|bring|slip|have) (him|her|them) (in|on|through|into|onto|forward|up|to)',
    '(find|do|sort|arrange|organise|fix|get) ..4 for (him|her|them)',
    '(put in|say|have|drop) ..3 (word|chat|line) ..6 (for|about|with) ..4 (him|her|them)',
    '(hire|employ|take on) (him|her|them)',
  ],
  /** Begins a request; what it is for shows in the words after it. */
  'asks-you': ['<can-ask>', '(obliged|grateful|appreciate|thankful) if you (could|would|can)?'],
  /** Of use to the writer, through somebody else. */
  'serves-writer': [
    '(vouch|vouches|speak|speaks|recommend|recommends|reference|references|referee|referees|word) ..2 for me',
    '(him|her|them) ..2 about me',
    '(my|as) (reference|references|referee|referees)',
    '(reference|testimonial|letter) ..2 (about|of|on) me',
    'letter of (reference|recommendation)',
    '(reference|recommendation) letter',
    '(his|her|their) (reference|testimonial)',
  ],
  /** What the helper is asked to do, whoever it is for; counts right after a third person's need. */
  'does-something': [
    '<can-ask> ..6 (help|sort something|arrange|organise|find something|find anything|do something|pull|have a word|(put|drop|get|slip) ..2 word|speak to|talk to|ask your|ask hr|ask the|ask around|forward|pass it|pass this|hand it|hand this|send it|get someone|get somebody|refer someone|help someone|mentor someone|find someone|give someone|give somebody|take someone|hire someone|interview someone|meet|refer|arrange|hire|take on|slip|nudge|recommend)',
    '(grateful|appreciate|thankful|glad|obliged) ..5 (push|nudge|word|hand|favour|support|recommendation|referral)',
    '(push|nudge|word|hand|lift|boost) (from|on) your (side|end|part)',
    '<can-ask> ..2 (talk|speak|write|go|mention|say|have a chat) ..6 (manager|boss|director|hr|team|head|supervisor|panel|owner|chief|people|recruiter|foreman|lead|leader)',
    '(any|a) chance of ..4 (job|interview|place|placement|trial|start|spot|shift|shifts|referral|apprenticeship)',
    'please ..2 (help|refer|hire|recommend|consider|sort|find|forward|pass)',
  ],
  /** Asks to hand on what belongs to the third person. */
  'passes-on': [
    '(forward|pass|hand|send|give) (this|it|the attached|them|these) ..4 (to|on|along|over|up)',
    '(pass|hand|give|send|forward) (her|him) (on|over|along|up)',
  ],
  /** What somebody is short of; counts as the third person's right after them. */
  'needs-something': [
    '(looking|searching|hunting) for ..4 (job|work|placement|internship|apprenticeship|something|position|role|experience|gig|shifts|opening|start|employment|place)',
    '(needs|need|wants|want|would like|would love|dying|desperate|hoping|hopes|seeking|seeks|keen|after|dreams|trying) ..5 (job|work|placement|internship|apprenticeship|position|role|experience|interview|gig|shifts|employment|in|into|meet|move|switch|join|break|start|apprenticeships|advice|mentor|training)',
    '(lost|losing|quit|without|out of) ..3 (job|work|jobs)',
    '(his|her|their|<third>) ..1 (interview|application|trial|probation) (is|was|at|on|with|will)',
    '<third> ..5 (perfect|ideal|great fit|asset|right person|a natural|made for|applied|application|applies|applying)',
    '(unemployed|jobless|redundant|laid off|fired|sacked|let go)',
  ],
  /** Wants to know something, and it isn't the writer. */
  'wonders-for-them': [
    '(question|questions|asking|ask|wondering|checking|enquiring|inquiring|curious|asked) ..2 (for|on behalf of) <third>',
    '<third> ..4 (wonders|wondering|wondered|asks|asking|wants to know|would like to know|needs to know|curious|applying|applies|considering|interested in|unsure|asked me|thinking of|thinking about|is thinking|looking for)',
    '<third> ..3 (wants|would like|hopes|plans|dreams|needs|hoping|planning|dreaming|keen|trying) (to|of) (become|becoming|be a|be an|work|working|apply|join|train|retrain|study|switch|move into)',
  ],
  /** Only asks whether it would be welcome. */
  'asks-permission': [
    '(may|can|could|should|shall|might) i ..2 (give|pass|share|send|hand|tell|forward) ..3 (him|her|them|<third>)',
    '(may|can|could|should|shall|might) i ..2 (introduce|connect|put|link|bring) ..3 (him|her|them|<third>|you two|you both|you to|you with|you and|the two)',
    '(may|can|could|should|shall|might) i ..2 (give|pass|share|mention) ..2 your ..2 (name|number|email|contact|details|address|profile)',
    '(ok|okay|alright|all right|fine|welcome|acceptable|cool|comfortable|good|convenient|mind|possible|rude|weird|right|object) ..4 (if|for|to|with) ..1 (i|me|my|we) ..1 (gave|give|giving|passed|pass|passing|shared|share|sharing|introduced|introduce|introducing|connected|connect|connecting|put|putting|sent|send|told|tell|telling|forwarded|linked|link|linking|pointed|mentioned)',
    '(ok|okay|alright|all right|fine|welcome|acceptable|cool|comfortable|good|convenient|mind|possible|rude|weird|right|object) ..4 if (he|she|they|<third>) ..2 (wrote|writes|write|contacted|contacts|called|calls|messaged|messages|emailed|reached|reaches|got in|gets in|asked|asks|came|comes|rang|dropped|sent|added)',
    '(open|willing|happy|up for|ok|okay|comfortable|fine|cool|alright|glad|keen|game|mind) ..1 (to|with|for|an|being|hearing|about)? ..2 (introduction|intro|hear|hearing|be introduced|being introduced|being put|being contacted|be contacted|meeting (him|her|them|<third>)|(talk|talking|speak|speaking|chat|chatting) (to|with) (him|her|them|<third>)|connecting|getting a)',
    '(ok|okay|alright|all right|fine|welcome|cool) ..1 for (him|her|them|<third>) ..2 to (contact|write|message|call|email|ring|reach|get|drop|ask|come|add)',
    '(may|can|could|might|should) (he|she|they|<third>) ..2 (write|contact|message|email|call|ring|reach|get in touch|drop|text|ask|come|approach|visit|send)',
    '(introduction|intro) ..3 (welcome|be ok|be okay|suit)',
    '(said|promised|wanted|thought|rather) ..4 (ask|check with) (you)? first',
    '(like|want|prefer) me to ..2 (give|pass|introduce|connect|share|tell|put)',
    '(do you want|would you like|would you want) ..2 (to meet|an introduction)',
  ],
  /** The helper knows them, or said yes. */
  'is-known': [
    '(you|u) (already|also|both|will|would|have|must|may|might|probably|surely|all|once|just|do|two|even)? (remember|recall|know|knew|met|taught|coached|trained|managed|mentored|supervised|interviewed|hired|worked|employed|wrote|recommended|helped) ..3 (him|her|them|<third>|each other|together|well)',
    'you ..2 (remember|met|taught|coached|trained|mentored|supervised|managed|knew|know) (my|our|him|her|them)',
    'you ..1 two ..2 (built|worked|met|know|knew|studied|shared|served|played|were|have met|got on|did|used)',
    'whom you ..3 (met|know|knew|taught|trained|coached|mentored|remember|worked)',
    '(who|he|she|they) ..3 (knows|met|worked|works|studied|trained|served|used to work|interned) ..3 (you|with you|for you|under you|beside you|alongside you|from you)',
    '(knows|know|knew) you',
    '(worked|studied|trained|played|served|volunteered|interned) (with|for|under|alongside|beside) (you|your team)',
    'your (old|former|ex|own|past) ..1 (student|colleague|pupil|trainee|apprentice|intern|employee|assistant|mentee|boss|classmate|neighbour|teammate|friend)',
    '(our|a) (mutual|common|shared) ..2 (friend|friends|colleague|acquaintance|mate)',
    '(both of us|we both|you and i) (know|knew|worked|met)',
  ],
  'is-agreed': [
    'you ..2 (offered|agreed|promised|volunteered|kindly offered|suggested|proposed|invited|said yes|gave your ok) ',
    'you ..2 (said|told me|mentioned|wrote|indicated) ..2 (you would|you could|you can|you will|yes|fine|ok|okay|you are happy|you were happy|any|to send|that works|she could|he could|they could|she should|he should|they should|she can|he can)',
    '(as|like) (you|we) ..2 (agreed|discussed|promised|arranged|offered|asked|requested|said|wanted|suggested|mentioned|wished)',
    '(as|like) (agreed|discussed|promised|arranged|requested|asked|offered)',
    '(thank|thanks|thank you|grateful) ..4 (for|that you) ..1 (agreeing|offering|saying yes|your yes|being willing|meeting|taking|helping|seeing|talking|speaking|introducing|referring|hiring|looking|reading|giving|your help|mentoring|letting|inviting|agreed|offered)',
    'you ..2 (asked|wanted|told|invited|requested) (me|for|him|her|them|to see|to meet|us)',
    'you (had|have) told (her|him|them|me) to',
    'still (be)? (willing|happy|ok|okay|up for|able|open|free)',
    'your (offer|promise|invitation|agreement|yes)',
  ],
  'not-known': [
    'you ..3 (not|never) ..3 (met|meet|know|knew|heard|seen)',
    'never ..2 (met|spoken|talked)',
  ],
  /** Speaks for somebody who can't easily do it alone, and says so. */
  'in-care': [
    '(carer|caregiver|care worker|support worker|social worker|case worker|caseworker|case manager|job coach|key worker|youth worker|guardian|foster|interpreter|translator|probation|power of attorney|advocate)',
    '(interpret|interpreting|translate|translating|care|caring) for',
    '(can|could|does|do|is|are) not ..4 (write|type|speak|read|see|hear|use|able|manage|english|computer|computers|internet|phone|language)',
    '(deaf|blind|disabled|disability|disabilities|autistic|autism|down syndrome|special needs|wheelchair|dementia|stroke|illiterate|dyslexic|mute|nonverbal|non verbal|learning difficulty|learning difficulties|impaired|impairment)',
    '(with|has|have) (his|her|their) (permission|consent|agreement|knowledge|blessing|okay)',
    '(asked|asks) me to (write|ask|contact|message|speak|translate|email|type)',
    '(speaks|has|knows) (no|little|hardly any|almost no|not much) english',
    '(dictated|dictates|dictating)',
    '(writing|speaking|asking|translating|typing) ..2 (his|her|their) (behalf|words|own words|message)',
  ],
  /** The writer's own help is offered. */
  'offers-help': [
    'i (can|could|would|will|am happy to|am glad to|am free to|would be happy to|would be glad to|would love to|would like to|am able to) ..2 (help|offer|teach|tutor|proofread|look|show|give|drive|babysit|introduce|coach|train|mentor|practise|sit|read|review|share|support|cover)',
    '(happy|glad|pleased|delighted|free) to ..1 (help|offer|teach|tutor|proofread|look|show|give|sit|coach|support)',
    'let me (help|know if|return|repay|give)',
  ],
} satisfies Record<string, readonly Phrase[]>;
