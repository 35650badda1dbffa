import type { Phrase } from '../../grammar.ts';

/**
 * How English asks for somebody's acquaintances. Most real asks use no set phrase, so these are compositions: a way of
 * asking, people whom nobody names, and a word for what they are to the person asked. The source is the project's own
 * labelled examples; each phrase there is for a way of putting it, not for a sentence.
 */
export const whoElse = {
  /** Enough by itself. */
  fishing: [
    // who do you know
    '(who|whom|who all) ..5 (do|would|might|could|can|may|does) you ..2 (know|think of|recommend|suggest|be in touch with|have contact|trust|rate)',
    '(tell|wonder|wondering|share|list|name|curious) ..5 (who|whom) (all|else|exactly)? you ..1 (know|have|can|could|might|would)',
    '(who|whom) else ..5 (<contact-verb>|know|known)',
    '(who|whom) else ..2 (might|could|can|would|do|should|will) you ..2 (introduce|connect|recommend|suggest|put|point|send|refer|link|have|think|name|know|reach|ask)',
    '(what|which) other ..4 (could|can|would|might|do|should) (you|i) ..3 (introduce|link|connect|know|put|recommend|suggest|<contact-verb>)',
    '(who|which ..2) (in|from|of|among|amongst|within|on) your ..3 (<network>|<your-ones>)',

    // do you know anyone
    '(do|would|might|may|could|can|if|whether|suppose|perhaps|maybe|surely|presumably|bet|sure|and|so|think|reckon|happen|hope|hoping|chance|wonder|wondering|guess|assume|imagine) you ..3 know (of|about|personally|maybe|by chance)? <strangers>',
    '(can|could|would|might) you ..2 (think of|name|come up with|point to) (anyone|anybody|someone|somebody|<a-few> ..1 (<persons>|<roles>)|any <roles>)',
    '(see|ask|check|hear|find out|asking) (if|whether) (anyone|anybody|someone|somebody|people|others|any of them) ..2 (has|have|needs|need|could|wants|want|looking|after|bites|hiring|would|might|will|takes)',
    'you (must|surely|probably|might|would|will|could|should|certainly) (not|surely|also|probably|happen to)? know (of)? <strangers>',
    '^ (so|and|also|anyway)? (know|knows|got) (of)? <strangers>',
    '(hi|hey|yo|hello|mate|man|guys|bro|also|anyway) ..1 (know|got) <strangers>',
    '(anyone|anybody|someone|somebody|people|folks|person|contacts|<roles>) (that|who|whom)? you (know|knew|trust|are in touch) ..6 (hiring|hire|need|needs|looking|take|takes|taking|want|wants|who|at|in|could|might|may|with|into)',
    '(names|numbers|emails|details|contacts|contact numbers|introductions|introduce|cv|profile|send|forward|share|refer|recommend|meet|contact|approach|everyone|to|with) ..6 (anyone|anybody|someone|somebody|people|folks|everyone|everybody|person|persons|contacts|<roles>|whoever) (that|who|whom)? you (are|have|might|may|ever)? (know|knew|trust|deal|work with|acquainted|in touch|met|can think)',
    '(are|were|be) you ..1 (in touch|in contact|friendly|close|connected|acquainted|friends|pals|mates|on good terms|tight) (with|to) ..1 <strangers>',
    '(governors|heads|people|folks|<roles>|anyone|someone|those) (that|who|whom)? you are (acquainted|friends|friendly|in touch|connected|close) ..9 (introduction|introductions|seen|word|number|numbers|names|meet)',

    // have you got contacts
    '(do|would|might|could|if|whether|perhaps|maybe|surely|must|suppose|sure) you ..2 (have|got|keep|hold) ..3 (contacts|connections|friends|mates|buddies|acquaintances|pals|ins|people|someone|anyone|anybody|somebody|family|relatives) ..1 (in|at|with|inside|within|over|who|working|there|from|near|around|on|that|across|for|to|you)',
    '(got|have you|have you got|you got|you have) any ..1 (contacts|connections|mates|friends|buddies|pals|acquaintances|intros|introductions|people|names|folks)',
    'any ..1 (intros|introductions|contacts|connections|names|acquaintances) ..3 (you|would|welcome|appreciated|please|at all|for me|in the|in your)',
    '(looking|hunting|fishing|searching|hoping|after|collecting|collect|seeking|need|want|grateful|appreciate|like|love|welcome|request|requesting|require) (for)? ..3 (contacts|connections|introductions|intros) (in|at|to|from|with|within|for|of|inside)',

    // your network
    '(anyone|anybody|someone|somebody|people|folks|one|person|names|any|some|few|individuals|<roles>|those) ..4 (in|from|within|among|amongst|on|of|through|across|inside|out of) your ..3 <network>',
    '(share|open|open up|lend|borrow|use|tap|go|look|see|browse|raid|mine|scroll|check|search|access|dip|leverage|forward|circulate|send|pass|spread|blast|broadcast|mention|show|plug|activate|comb|flick|flip|introduce|refer|connect|recommend|reach|exploit|give|hand|trawl|rummage|run|float|ring|offer|peek|peep|steal|work|put|push|post|ask|draw|explore|get|have|lean) ..6 your ..3 <network>',
    '(word|words) ..3 (in|among|amongst|around|round|through|to|with) your ..3 (<network>|<your-ones>)',
    '(any|some|one|which|who|few|couple|all|several|either) of your ..3 <your-ones> ..6 (need|needs|hire|hiring|hires|looking|want|wants|use|take|taking|talk|speak|meet|help|interested|spare|see|chat|open to|willing|recruiting)',
    '(speak|talk|chat|connect|contact|message|reach out|meet|introduction|introductions|intro|intros|number|numbers|emails|names|details) (to|with|of|from)? ..2 (some|any|a few|one|a couple|several|more|two|three) (of)? your ..3 <your-ones>',
    '(speak|talk|chat|introduced|connect|connected|introduction|introductions|intro|intros|number|numbers|emails|names|details) (to|with|of|from) ..2 your ..3 (friends|mates|buddies|pals|contacts|connections|acquaintances|associates|network)',
    '(love|like|hope|hoping|keen|want|wish|eager) to (meet|get to know|be introduced to|connect with) ..1 your ..2 <your-ones>',
    '(friends|mates|contacts|buddies|people|pals|connections) of yours ..6 (could|hiring|need|needs|talk|speak|would|might|introduce)',
    '(people|those|someone|anyone|folks) in your ..2 (circle|circles|network|orbit|crowd|industry|field|line) (who|that|i)',

    // give me names
    '<give> (me|us|over|along|on|out) ..5 (contacts|phone numbers|telephone numbers|contact numbers|email addresses|introductions|intros|hiring managers)',
    '<give> (me|us|over|along|on|out) (a|some|any|few|all|several|your|other|couple|handful|ten|five|more|the|of) ..4 (names|numbers|emails|details) (at|in|of|from|who|you|that|please|or|i|and|so)',
    '<give> (me|us|over|along) (some|a few|any|more|five|ten|all the|a couple of)? (names|phone numbers) ',
    '(share|pass|send|give|offer|have|got|drop|provide|list|email|get) ..2 (a few|some|any|more|couple of|handful of|other|all the|your) (names|contacts|connections|introductions|intros)',
    '(may|can|could|might) i ..1 (have|get|see) ..4 (names|numbers|contacts|emails|details|list|contact details) of ..3 (your|people|<roles>|<persons>|anyone|everyone|those)',
    '(give|send|share|want|need|provide|write|me|make|tell|like|love|please|for|pass|drop|take|after) ..4 (names|numbers|phone numbers|contact numbers|telephone numbers|emails|email addresses|contacts|contact details|details|list) of ..3 (your|people|managers|<roles>|<persons>|anyone|everyone|those)',
    '(love|appreciate|like|want|(may|can|could|might) i (have|get)) their (numbers|details|emails|contacts|phone numbers|email addresses)',
    '(names|numbers) and (emails|numbers|names|details) (would|please|pls|thanks|so)',
    '(glad|grateful|thankful|happy|delighted|pleased|appreciate|love|welcome) (of|for|with|about|to have|to get)? (some|any|a few|a couple of|more|several|other|further) (names|contacts|connections|introductions|intros)',
    '(have|see|get|look at|let me have|share|send|borrow|copy) ..3 your ..2 list of <roles>',
    '(supply|make|arrange|give|offer|provide|set up|broker|facilitate|do) ..5 (introductions|intros)',
    '(introductions|introduction|intros|intro) (to|with) ..1 (<few-people>|<someone>)',
    '(meet|speak to|talk to|have) ..4 the people you (know|deal|work)',
    '(may|can|could) ..6 the people you (know|deal|work)',
    'the people you (know|deal with|are in touch with) ..3 not your',

    '(share|sharing|lend|lending|spare|sparing|offer|pass on) ..1 (a|one|two|some|any) (contact|contacts|name|names|connection|intro|introduction) ',
    '(recommend|suggest|name|list) ..1 (some|a few|any|several|other|more) ..1 (<roles>|<persons>) (that|who|whom)? (i|you) ',

    // introduce me to somebody
    '<bring-together> (me|us) ..2 (to|with|up with|in touch with|in contact with|in front of|through to) ..1 (<strangers>|everyone|everybody|(a|an|another|one) ..2|your ..2 (<your-ones>|team|staff|department|network|office|crowd))',
    '<bring-together> (me|us) (around|round|about)',
    '<direct> (me|us) (to|at|towards|toward|on to|onto|in the direction of|through to|past) ..2 (<someone>|<a-few> ..1 (<persons>|<roles>)|<a-few> of (them|those|your)|the right (people|person)|others|people|folks|ur contacts|your ..2 (<your-ones>|<network>))',
    '(put|get|bring) (me|us) (in|into) (touch|contact|connection) ..1 (with|to) ..2 (people|others|other|<strangers>|your)',
    'be (introduced|connected|put in touch|put in contact|linked|referred) (to|with) ..3 (<someone>|<few-people>|your ..2 <your-ones>)',
    '(steer|steering|sling|slinging|send|sending|throw|throwing|point|pointing|toss|nudge|push|direct|chuck|pass|shove) ..6 (friends|contacts|names|people|folks|them|those|connections|mates|introductions|intros|few|<roles>) ..2 (my way|my direction|towards me|toward me|over to me|in my direction|at me)',
    '(who|whom) ..4 (good|useful|worth|best|right|important|helpful) ..2 (for me)? ..1 to (know|meet|talk|speak|contact|approach|befriend)',
    '(any|no) chance ..6 (hook|connect|introduce|link|put) me (up)? (to|with) ..2 <strangers>',

    // is there anyone I could talk to
    '(anyone|anybody|someone|somebody|others|(any|other|some|more|few|two|three) ..1 (people|persons|folks|colleagues|contacts)|one person|a person|person) ..6 i (can|could|should|might|may|ought to|would|would like to|need to|must) ..2 <contact-verb>',
    '(anyone|anybody|someone|somebody|others|(any|other|some|more|few|two|three) ..1 (people|persons|folks|colleagues|contacts)|one person|a person|a contact|an insider) ..6 you (would|could|can|might|think|feel|may|do|are) ..4 (suggest|recommend|introduce|introducing|connect|put|point|send|refer|link|nominate|know|advise|think of|pass|mention)',
    '(anyone|anybody|people|folks|others) ..5 (worth|worthwhile) (talking|speaking|writing|calling|messaging|meeting|contacting|approaching|knowing|a chat|a call|a message)',
    '(whoever|anyone|anybody) (springs|comes|occurs|pops) ..2 mind',
    '(some|any|few|more|other|fellow|lots of|as many|a couple of|other) ..1 (<persons>|<roles>) (you|whom you) (could|can|would|might) ..2 (introduce|connect|recommend|put|suggest)',

    'which of (them|those|these) ..5 (hire|hires|hiring|need|needs|looking|recruit|could|would|might|take|are)',
  ],
  /** The same, where it is the other one who should do it. */
  'passing-around': [
    '(spread|spreading|circulate|circulating|distribute|distributing|blast|broadcast|shop) <my-papers> ..4 (to|among|amongst|through|with|around|round|across|in|far|widely|about|wherever|everywhere)',
    '(spread|circulate|distribute|blast|broadcast) my',
    '(forward|share|pass|send|hand|put|post|push|show|email|get|drop|float|recommend|mention|give|fire|plug|advertise|promote|pitch|market|sell) <my-papers> ..2 (to|with|among|amongst|through|in front of|past|before|across|around|round) ..4 (everyone|everybody|anyone|anybody|whoever|your ..2 (<close-ones>|<network>|colleagues|coworkers|clients|peers|groups)|(some|any|few|other|several|various) ..2 (<persons>|<roles>)|people|folks|contacts|others|half)',
    '(pass|put|hand|send|share|shop|get|float|spread|circulate|shoot|fire) (out)? (me|my ..2|it) ..1 (around|round|about|out there|out to|to everyone|to all|to the lot|to anyone)',
    'plug me ..2 (with|to|into)',
    '(post|share|put|drop|stick) ..3 (cv|resume|profile|details|name|ad|flyer|number|it) ..4 (group chats|group chat|groups|whatsapp|channels|chats|forums)',
    'spread the word',
    '(put|get|pass) (the|a) word (out|around|round|about)',
    'put out (the word|feelers|a call)',
    'put ..2 feelers out',
    '(ask|asking) (around|round|about for me|about on my behalf)',
    '(ask|tell|nudge|email|message|call|ring|text) ..2 your ..2 (friends|mates|buddies|pals|contacts|connections|network|circle|acquaintances) ',
    '(drop|write|send|shoot) ..6 (few|couple|some|them|contacts|people) ..3 (line|note|message|word) about me',
    '(tag|tagging|ping|alert) ..1 (some|any|a few|people|anyone|folks|friends|your) ..3 (people|friends|in|who|below|here|contacts|might|could)',
    'open (up)? (some|a few|any|the right|more|those|all the) ..1 doors',
    'open ..2 doors for (me|us)',
    'my ..1 (door opener|rainmaker|matchmaker|ticket in)',
    '(retweet|repost|reshare|boost) my',
    '(say|mention|tell them|claim) (that)? you sent me',
    '(pass|give|send|share|drop) (me|us|on|over|along)? ..2 their (names|numbers|details|emails|contacts|contact|phone numbers|email addresses)',
  ],
  /** Speaks of the people around the other one, none of them by name. */
  'their-people': [
    '(<persons>|<roles>|<close-ones>|<work-ones>|those|anyone|anybody|someone|somebody|everyone|everybody|who|whom|whoever|ones) (that|who|whom)? you ..3 with',
    '(<persons>|<close-ones>|<work-ones>|<roles>|anyone|anybody|someone|somebody|who|whom|whoever|everyone|those) (that|who|whom)? you are ..1 (close to|near to|friends|tight|friendly|connected)',
    '(<persons>|anyone|anybody|someone|somebody|who|whom|whoever|everyone|those|folk|one|three|four|few|couple) ..2 (in|of|from|around|within) your ..2 (world|life|orbit|circles|circle|sphere|corner|past|address book|village|neck|set|world)',
    '(everyone|everybody|all the people) who (matters|counts|is anyone)',
    '<few-people> around you',
    'you and (the|all|other|your) ..3 (<roles>|<work-ones>|<close-ones>)',
    '(have|got|with|without|lack) (a|no|any) (network|contacts|connections|circle)',
    'your ..3 (<close-ones>|<network>)',
    '(<persons>|<roles>|<close-ones>|<work-ones>|ones|those|anyone|anybody|someone|somebody|everyone|everybody|who|whoever|companies|firms|places|schools) (that|who|whom)? you ..3 (know|knew|met|lunch|work with|worked with|worked for|deal with|dealt with|talk to|talk with|speak to|speak with|trained|served|meet|consulted|consult|hang|teach|taught|supply|serve|see|like|trust|rate|sing|play|train|golf|drink|eat|sit)',
    '(friends|mates|buddies|contacts|people|pals|acquaintances|bosses|colleagues|classmates) of yours',
    'you ..2 (have|have got|got|must have) ..4 (<close-ones>|<network>|bosses)',
    '(friends|pals|mates|friendly|in touch|on good terms|acquainted) with ..3 (<persons>|<roles>|<close-ones>|<work-ones>|many|half|every)',
    'who (runs|leads|owns|manages) ..2 (other|others)',
  ],
  /** The people somebody works with. There is nothing in that, short of wanting to be brought together. */
  'their-colleagues': [
    'your ..3 (<work-ones>|bosses|<roles>)',
    'you ..2 (have|have got|got|must have) ..4 (<work-ones>|<roles>)',
    '(which|any|some|one|who) of the (other|others)',
    '(the|your|their) (other|fellow|rest of the) ..1 (<roles>|<persons>|<work-ones>|bosses)',
  ],
  /** Wants to be brought together with them. */
  'wants-introduction': [
    '(an|any|some|few|warm|your|more|two|three|quick) (introduction|intro|introductions|intros)',
    '(introductions|intros)',
    '(introduce|introducing|intro) (me|us)',
    'be introduced',
    'how to (reach|contact|find|approach|get to) (them|those)',
    '(pick|choose|name|list|select|suggest|recommend) ..2 (two|three|one|a few|some|a couple|five|ten|several|the best|the nicest)',
    '(send|find|give) (me|us) ..1 (two|three|one|a few|some|a couple|five|ten|several) (of|names|contacts|people)',
    '(make|write|draw up|compile|put together) ..3 list',
    'would (one|any|some|either|each|a few) of (them|those|these)',
    '(mention|recommend|refer|put|plug|sell|push|speak for|vouch for|talk about|endorse|pass) (me|my name|my cv|my number) ',
    '(speak|word|say|put in|talk|vouch) ..3 for me',
    '(on|onto) the radar',
    '(bring|mention|drop|raise|float|slip) (up)? my name',
    '(i|to) ..1 get to know (them|everyone|everybody|all)',
    '(share|spread|post|pass|send|forward|circulate) my ..2 (cv|resume|profile|details|number|name|portfolio)',
    '(connect|connecting|hook|hooking|link|plug|bring) (me|us)',
    '(say|said|saying|mention|mentioned|use|used|using|drop|dropped|dropping) your name',
    '(passed|handed|sent|moved|steered|pointed|led|taken|walked) (on|over|along)? to (them|him or her|somebody|someone|the next|others|people|whoever)',
    '(retweet|repost|reshare|boost|share) (my|this|it)',
  ],
  /** Wants a way to them. */
  'wants-access': [
    '(reach|contact|call|ring|email|write to|message|approach|meet|befriend|phone|text|get to know|talk to|speak to|get hold of) (them|those|these|some of|any of|a few|one of|the ones|her or him|him or her)',
    '(spare|give|get|find|offer) me ..3 (shift|shifts|job|work|trial|chance|interview|lead|in|way in)',
    '(get to know|meet|join) (them|everyone|everybody|all)',
    '(have|get|see|want|need|share) ..2 (their|your) (names|numbers|details|emails|contacts)',
    'if i (called|rang|wrote|call|ring|write) ',
    '(hear|know|learn) about me',
    '(use|borrow|share|tap|lend me|join) yours',
    '(use|room|place|work|job|opening|time|need|space|shift) for (me|someone like me|somebody like me|a newcomer|a beginner)',
    '(give|spare) (a newcomer|a beginner|somebody|someone) ..3 (time|minutes|minute|hour|chance)',
    '(their|a few|and) (emails|numbers|details|phone numbers|email addresses)',
    '(door opener|door opening|foot in the door|way in|an in|back door|inside track)',
  ],
  /** Says that the other one knows many people: nothing wrong with it, until people are asked for. */
  connected: [
    'your ..2 (phone|inbox|diary|calendar|wall|feed|list|drawer) ..2 (full|packed|crammed|stuffed|bursting|brimming|overflowing)',
    '(you|u) ..5 (know|knows|met) ..2 (everyone|everybody|every|loads|tons|half|many|lots|lot|plenty|all|whole|dozens|hundreds|people|anyone who is)',
    'you ..5 (well connected|connected|networked|plugged in|friends with|popular|a hub|the hub|the mayor|the king|the queen|in the know)',
    '(you|your|a man|a woman|a person|someone|somebody|anyone|people) ..9 (dozens|hundreds|loads|tons|lots|plenty|many|huge|big|fat|thick|wide|vast|great|enormous|large|strong|500|extensive|impressive|rich|rolodex|network|half) ..4 (<network>|<your-ones>|owes|owe|folks|names|town|industry|trade)',
    '(surely|must|probably|certainly|clearly) ..2 (know|knows) ..2 (everyone|everybody|every|half|many|all|loads|lots|dozens|the whole|people)',
    '(friends|mates|people|contacts|buddies) (in|at) (high|all|every|good|the right) ',
    'you ..3 (worked|been|taught|served) (everywhere|all over|in every|at every|at all|with everyone|with everybody|with all)',
    'you ..5 rolodex',
    '(most|best|so|very) (connected|networked)',
    'your ..5 (connections|contacts|network|rolodex|address book|followers)',
    'you ..6 (with|to) (everyone|everybody|every)',
    'half (the|of) ..4 (owe|owes|know|knows|works|worked|answers)',
  ],
  /** Asks for some of them, once it was said who they are. */
  'asking-for-some': [
    '(point|steer|steering|send|direct|aim|push|throw|toss|sling|give|introduce|connect|put|set|nudge|drop|write|tell|share|name|list|pass|show|fix|hand|lend|walk|mention|refer|recommend|pick|choose|spare|hook|link|match|get) ..4 (a few|some|any|couple|one or two|two or three|handful|them|those|these|one|several|names|introductions|intros|who|whoever|them all)',
    '(care to|mind|could you|would you|can you|please|will you) ..2 share',
    '(any|some|one|few|couple|all|each|either|handful) of (them|those|these)',
    'which of (them|those|these) ..1 (might|could|would|can|will|is|are|has|have|hire|hires|need|needs)',
    '(open|share|lend|use|borrow|tap|see|browse) (it|that|them|those) ',
    '(their|the|some|those) (numbers|names|details|emails|contacts|phone numbers|addresses)',
    'shall we ..2 (start|begin)',
    '(who|whom|which ones) ..2 (should|could|would|might|can|may|is|are) ..4 (talk|speak|contact|message|call|write|approach|meet|hiring|hire|taking on|need|chat|worth|best|right)',
    '(work|do|call in|use|pull) ..2 (your magic|a favour|favours|some strings|strings|that for me|it for me|those connections)',
    '(some|a bit|a little) of that ..2 (network|magic|gold|my way)',
  ],
  /** Not fishing, although the words are there; counts for what follows in the sentence. */
  'speaks-of-thanks': [
    '(thanks|thank you|thankful|grateful|appreciate|appreciated|cheers) ..4 (for|that you) ..2 (introducing|introduced|connecting|connected|putting|put|sharing|shared|passing|passed|opening|opened|giving|gave|sending|sent|pointing|pointed|asking|asked|spreading|all|the introduction|the introductions|your introductions|the intro|the intros|the contacts|the names|forwarding|forwarded|recommending|recommended|mentioning)',
    '(who|whom) else ..5 (thank|thanks|thanked|thank you|card|cards|credit|flowers|gratitude|acknowledge|reference|invite|mention in)',
    '(pass|give|send|say) ..1 (my|our) (thanks|regards|love|greetings|best|gratitude|congratulations|apologies|condolences|hello)',
    '(say|saying) (hello|hi|thanks|thank you|goodbye) ',
    '(in|at|on) my (new|next) (job|post|role|team)',
  ],
  'speaks-of-others': [
    '(who|whom) else ..2 (is|are|was|were|will|works|work|worked|applied|applies|has|have|had|comes|came|sits|sat|goes|went|lives|gets|got|wants|attends|attended|joined|uses|did|does)',
    '(asked|asks|ask|asking) (me|us|applicants|candidates|you) ..3 (who|whether|if|for|about)',
    '(form|application|questionnaire|interviewer|interviewers|they|website|recruiter|portal|advert|it|she|he|coach|book|guide) ..2 (asks|asked|says|said|wants|tells|told|keep asking|ask)',
    '(someone|somebody|anyone|person|friend|colleague|man|woman|lady|guy|teacher|manager) (named|called|by the name of)',
    '(anyone|anybody) as',
  ],
  'says-no-to-it': [
    '(sure|yes|yep|yeah|of course|certainly|absolutely|by all means) ..4 you (can|may|could)',
    'feel free',
    'all about (who|whom)',
    'not what you know',
    'not ..2 (asking|ask|after|fishing|looking|trying|going to ask|here to|hoping|expect|expecting|want|wanting|need|needing|require)',
    '(never|no longer|nobody has to|no one has to) ..2 (ask|asked|need|want|expect|have)',
    '(rather|instead) (than|of)',
    '(without|instead of) ..1 (asking|you|using|bothering|your|names|introducing)',
    'no (names|contacts|introductions|intros|numbers) (needed|necessary|required|please|wanted|expected)',
  ],
  /** Tells the other one not to. */
  'spares-them': ['not (have|need) to', '(no|not any) need ..2 (to|for|of)'],
  /** The helper said it first. */
  'was-offered': [
    'you ..2 (offered|promised|agreed|volunteered|suggested|proposed)',
    '(as|like|since|because|when|that) you ..2 (offered|said|promised|agreed|suggested|mentioned|proposed|told|wrote)',
    'you ..1 (said|told me|mentioned|wrote|indicated) (that)? you (would|could|can|will|might|may|were happy|are happy|were glad|(know|knew) (someone|somebody|a|the))',
    'your ..1 (offer|promise) (to|of)',
    'thank(s|you)? for offering',
    '(as|like) (we)? (agreed|discussed|promised|arranged|offered)',
  ],
  /** The writer helps others. */
  'offers-help': [
    '(i|we) (can|could|will|would|would love to|am able to|am ready to|would like to|would be happy to) ..1 (help|practise|rehearse|tutor|teach|proofread|mentor|lend|give|donate|coach|train)',
    '(happy|glad|free|pleased|delighted|offering) to (help|practise|rehearse|tutor|teach|share|show|proofread|mentor|lend|give|donate|coach|train)',
    'i ..3 (have|got) ..3 (free|slots|spare|spaces|seats|places|tickets)',
    '(for free|free of charge|no charge|at no cost|voluntary|give away|giving away)',
    'i (do|run|offer|give|teach|host|organise|organize|tutor|coach) ..6 (practice|free|volunteer|rehearsal|rehearsals|session|sessions|lessons|workshop|workshops|evenings)',
  ],
} satisfies Record<string, readonly Phrase[]>;

/** How many people are asked for, from the words around the ask. */
export const bounds = {
  /** One to three. */
  few: [
    'the right person',
    '(one|a|an|another|single|two|three|1|2|3) ..1 (person|people|persons|contact|contacts|colleague|colleagues|name|names|introduction|introductions|intro|someone|folks|insider|friend|friends|member|<role>|<roles>)',
    '(one|two|1|2) (or|to) (two|three|2|3)',
    '(a couple|couple|a pair) of',
    '(up to|at most|no more than|just|only) (one|two|three|1|2|3)',
    'to (one|two|three|1|2|3)',
    '(one|two|three) of (them|your|the)',
    'just (that|the) (one|person)',
  ],
  single: ['(anyone|anybody|someone|somebody|whoever)'],
  /** One of a trade: that bounds the field as well. */
  kind: ['(a|an|one|another) ..1 <role>'],
  many: [
    '(people|folks|names|contacts|connections|persons|others|everyone|everybody|several|colleagues|friends|mates|individuals|handful|dozen|ten|numbers|introductions|intros|<roles>)',
    '(a|some) few',
    '(who|whom) else',
    '(who|whom) ..3 you know',
    '(around|round|doors)',
  ],
  anything: [
    '(as many|all the|all your|lots of|loads of|plenty of)',
    '(ten|five|six|seven|eight|nine|dozen|dozens|several|20|10|5) ..3 (people|names|contacts|<roles>|of|or)',
    'any (sector|industry|industries|field|firm|company|kind|sort|area|place|department)',
    '(anyone|anybody) (at all|whatsoever|anywhere|in your|else you know|and everyone)',
    '(anything goes|anything at all|not fussy|not picky|wherever|whatever|anywhere|everywhere)',
    '(everyone|everybody)',
  ],
} satisfies Record<string, readonly Phrase[]>;
