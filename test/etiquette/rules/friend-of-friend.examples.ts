import type { Fine, Flagged } from '../examples.ts';

export const flagged: Flagged[] = [
  [
    'cold',
    'block',
    'My cousin is a nurse and she needs work. Could you refer her to your hospital?',
  ],
  [
    'new',
    'block',
    'Thanks again for the tips! By the way, my flatmate is looking for a bar job, can you get him in at yours?',
  ],
  ['cold', 'block', 'Asking for a friend: can you get someone an interview at the bank?'],
  ['established', 'block', "Could you have a look at my sister's CV and send it to your HR?"],
  [
    'established',
    'block',
    "It's not for me this time. My wife needs a placement in a school kitchen, can you sort something out?",
  ],
  [
    'new',
    'block',
    "My neighbour's son just finished law school, please pass his résumé to your partner.",
  ],
  [
    'established',
    'block',
    "I've told my niece you'd help her with the application. She'll call you tonight, ok?",
  ],
  [
    'new',
    'block',
    "Here's my friend's CV. If you could hand it to whoever hires, that would be lovely.",
  ],
  [
    'new',
    'block',
    'someone from my course wants to get into your lab, could u talk to your prof about her?',
  ],
  ['cold', 'block', 'My mother is an experienced seamstress. Would you consider hiring her?'],
  [
    'established',
    'block',
    "A mate of mine wants in at the docks. You'd be doing me a massive favour if you got him on the list.",
  ],
  ['new', 'block', 'my gf is rly good with kids, can ur nursery take her on?'],
  [
    'cold',
    'block',
    'I am writing about my nephew, a newly qualified electrician. He would be so grateful if you found something for him.',
  ],
  ['new', 'block', "Is there a spot for my roommate in your kitchen? He's a hard worker."],
  [
    'new',
    'block',
    "There's this woman at my church who used to be a pharmacist. Could you call her and tell her how to get registered?",
  ],
  [
    'established',
    'block',
    'My daughter wants to be a vet. Could you arrange work experience for her at your practice?',
  ],
  [
    'established',
    'block',
    "Do me a favour and get my cousin's application to the top of the pile, would you?",
  ],
  [
    'new',
    'block',
    "You work with archivists, right? A former classmate of mine is dying to meet one, so I'd like you to introduce him.",
  ],
  [
    'established',
    'block',
    'My best friend applied to your firm on Friday. Could you ask HR where her application is and nudge it?',
  ],
  ['new', 'block', "Attached is my son's CV. Please let me know what you can do for him."],
  [
    'new',
    'block',
    'Could you write a reference for my friend? I can tell you everything about her.',
  ],
  [
    'established',
    'block',
    'One of my colleagues would love to switch to your department; could you get her an interview?',
  ],
  [
    'established',
    'block',
    "Forward this to your boss please, it's my aunt's application for the canteen.",
  ],
  [
    'new',
    'block',
    'A girl I used to teach with is back in town. Can you show her around your school and introduce her to the head?',
  ],
  [
    'new',
    'block',
    'I gave my friend Petra your number, could you talk her through the tender rules and send her your templates?',
  ],
  ['cold', 'block', 'It would mean a lot if you met my stepdaughter and told your team about her.'],
  [
    'new',
    'block',
    'Some lads on my team need apprenticeships, can you have a word with your gaffer about them?',
  ],
  [
    'established',
    'coach',
    "Would it be okay if I gave my friend Sara your email? If you'd rather not, no problem.",
  ],
  [
    'established',
    'coach',
    "Would you be open to an introduction to a former colleague of mine? I'd only connect you if you say yes.",
  ],
  [
    'cold',
    'coach',
    'Does your hospital accept nursing diplomas from Ghana? My cousin is wondering.',
  ],
  [
    'established',
    'coach',
    'Quick question for my brother: do you need the class C licence before the training or after?',
  ],
  [
    'new',
    'coach',
    "I'm a support worker and I write for Dan, a client who can't type. Could you send him the easy-read version of the advert?",
  ],
  [
    'established',
    'coach',
    "My flatmate wants to meet you about the co-op, but I said I'd ask first. Are you happy to hear from him?",
  ],
  [
    'new',
    'coach',
    'I am the legal guardian of my brother, who has a learning disability. Could you help him apply for the gardening scheme?',
  ],
  ['cold', 'coach', 'Asking for a friend: is the forklift course at your site open to beginners?'],
  [
    'cold',
    'block',
    'Respected sir, my younger brother has completed diploma in civil. Kindly do the needful and arrange a suitable post for him in your esteemed organisation.',
  ],
  [
    'established',
    'block',
    'Weird one. The guy who fixes my bike wants to become a train driver. Could you meet him for a coffee and explain the tests to him?',
  ],
  [
    'established',
    'block',
    'my mums friend needs a cleaner job, sort her out with one at ur office yeah?',
  ],
  [
    'established',
    'block',
    "I promised my godson I'd ask you: can he do his two weeks of work experience in your garage? You'd just need to sign the form for him.",
  ],
  [
    'new',
    'block',
    "One of the mums at school is a super accountant and is too shy to write. So I'm writing: please put her forward for the opening in your team.",
  ],
  [
    'established',
    'block',
    "You know how you got me my job? Do the same for my cousin Leo, he's even better than me.",
  ],
  [
    'established',
    'block',
    "Hey, it's about my roommate again. Her interview is at your place on Monday, could you drop in a word with the panel?",
  ],
  [
    'cold',
    'block',
    'My son is applying to your law firm. I would be obliged if you could see to it that he is invited.',
  ],
  [
    'new',
    'block',
    "We have a trainee who is wonderful, but we can't keep her. Could your firm take her over?",
  ],
  [
    'established',
    'block',
    "I've a favour to ask on behalf of someone else: an old army buddy is after a security job, can you recommend him to your boss?",
  ],
  [
    'new',
    'block',
    'Let me introduce my husband Carl, a joiner. He would be an asset to your workshop; please let your boss know.',
  ],
  [
    'established',
    'block',
    'If your school still needs a caretaker, think of my uncle and give the head his number.',
  ],
  [
    'new',
    'coach',
    'One of my students wonders whether your firm takes interns from abroad. Do you?',
  ],
  [
    'established',
    'coach',
    "Could I give a former intern of mine your contact, or would you rather I didn't?",
  ],
  ['new', 'coach', "My dad's thinking of retraining. How long did the HGV course take?"],
  [
    'established',
    'coach',
    "Is it all right for my friend Ines to contact you about the choir post? She won't before you say so.",
  ],
  [
    'new',
    'block',
    'My wife would be perfect for the reception job. Can I count on you to talk to the manager?',
  ],
  [
    'established',
    'block',
    "I'm not asking for me: Tolu, my old neighbour, wants to be a paralegal. Can you give him an hour of your time?",
  ],
  ['established', 'block', 'Can you do my brother a favour and look over his business plan?'],
  [
    'new',
    'block',
    'There is a refugee family in our parish; the father is a tailor. Would you take him on in your alterations shop?',
  ],
  [
    'new',
    'block',
    "My cousin has sent an application to your HR. I'd be grateful for a little push from your side.",
  ],
  [
    'established',
    'coach',
    "My friend wants to talk to someone who's been through the police exams. I thought of you; when can she call?",
  ],
  ['established', 'block', 'Hook my homie up with your plug at the record label!'],
  [
    'new',
    'block',
    "One of my former interns, Yusuf, is amazing with spreadsheets. I'd love for you to meet with him and see if your bank could use him.",
  ],
  [
    'established',
    'coach',
    'Would you be comfortable with me passing your details on to my colleague at the library?',
  ],
  ['new', 'coach', 'Asking for my nan: does the craft school take people over seventy?'],
  [
    'established',
    'block',
    'Hey Nadia, my brother-in-law just lost his job at the mill. Would you put in a word for him with your foreman?',
  ],
  [
    'new',
    'block',
    'A guy I know from football is a brilliant plasterer. Can you give him a trial on your site?',
  ],
  [
    'cold',
    'block',
    'Please help my husband find a job in your company, he is a driver with clean licence.',
  ],
  ['established', 'block', 'Any chance of a job for my lad at your depot?'],
  [
    'established',
    'block',
    "Would you introduce my old colleague to your head of research? You haven't met him but he's great.",
  ],
  [
    'established',
    'block',
    "My partner's contract runs out in June and she is worried sick. I know you two have never met, but would you recommend her for the museum post?",
  ],
  ['established', 'block', "Can you mentor my little brother? He's shy, so I'm asking for him."],
  [
    'cold',
    'block',
    'Dear Sir, kindly recommend my uncle for the position of security guard in your mall.',
  ],
  [
    'cold',
    'block',
    'Suppose someone, not me, my fiancé, wanted a job in your workshop. Would you slip his name to the boss?',
  ],
  [
    'established',
    'block',
    "My dad's been out of work since the plant closed. Maybe you could find him something light in your store?",
  ],
  ['cold', 'block', 'my bro needs work asap can u help him out'],
  [
    'established',
    'block',
    "Hi! My in-laws are both cleaners. Could you ask your office manager if they'd take them?",
  ],
  [
    'established',
    'block',
    "Your shop needs a barista? Take my cousin! I'll send you her details, just pass them on.",
  ],
  [
    'new',
    'coach',
    'My sister is thinking about radiography. May she write to you with two questions?',
  ],
  [
    'new',
    'coach',
    'A friend of mine is applying to your college. Is the interview in person or online?',
  ],
  [
    'cold',
    'coach',
    "I interpret for my mother, who doesn't speak English. She is a trained baker and would like to know if you could pass her application to the manager.",
  ],
  [
    'established',
    'coach',
    'Can I pass your name on to my neighbour? She is curious about bookbinding.',
  ],
  ['new', 'block', 'My cousin is a welder and just moved here. Could you get him an interview?'],
  ['established', 'block', 'Hey, could you refer my friend Ana for the open nurse position?'],
  [
    'cold',
    'block',
    "I'm writing because my husband needs a job and your company is hiring. Please consider him.",
  ],
  [
    'established',
    'block',
    'My little sister wants to be a journalist, would you read her articles and tell your editor about her?',
  ],
  ['new', 'block', "Could you talk to a friend of mine about the bar exam? She's struggling."],
  [
    'established',
    'block',
    'A guy at my gym is looking for warehouse work. Can you pass his number to your supervisor?',
  ],
  [
    'cold',
    'block',
    "My neighbour's daughter needs an internship. Is there any possibility at your clinic? I could send you her papers.",
  ],
  [
    'established',
    'block',
    'Can your team find something for my brother? He really deserves a break.',
  ],
  ['new', 'coach', 'Would you mind if my friend Theo wrote to you about the apprenticeship?'],
  ['established', 'coach', 'My colleague wonders if your union accepts part-timers. Do you know?'],
  [
    'cold',
    'coach',
    "I help an elderly neighbour who can't see well. Could you send him the form in large print?",
  ],
];

/** Near misses: people, kin and contacts are spoken of, and nothing is wrong. */
export const fine: Fine[] = [
  ['cold', 'My friend Aino suggested I write to you about the night shifts at the library.'],
  [
    'cold',
    "My wife and I are moving to Bergen in May, and I'm looking for work as a ship's cook. Is the advert still up?",
  ],
  ['established', "You offered to look at my sister's CV, so here it is. Thank you so much."],
  ['new', "Thank you for talking to my daughter yesterday, she's still glowing."],
  ['new', "If your nephew still needs help with maths, I'm glad to sit down with him on Sunday."],
  [
    'cold',
    'A former colleague of yours, Ms Duarte, told me that you run the evening clinic. Could I ask you about the training?',
  ],
  ['new', "As agreed, here is my cousin's form. You said you'd hand it to the foreman."],
  ['established', 'Could you refer me? My husband will look after the kids, so nights are fine.'],
  ['new', 'I can proofread for any of your students, if they like.'],
  [
    'cold',
    'My friend works at your competitor and says the rota there is brutal. What is yours like?',
  ],
  ['new', 'My daughter is ill, so could we move our call to Thursday?'],
  [
    'cold',
    'A colleague of mine took your welding course and came back a different man. When is the next one?',
  ],
  [
    'new',
    'My flatmate proofread this, so blame her for the commas. Is the cover letter clear enough?',
  ],
  [
    'cold',
    'I look after my father and can only work mornings. Does your practice have part-time receptionists?',
  ],
  [
    'established',
    'You said yes last week to meeting my niece. She is free Tuesday or Wednesday, whichever suits you.',
  ],
  [
    'cold',
    "My wife says I talk too much, so I'll be brief: could I ask how you became a tram driver?",
  ],
  [
    'established',
    'Your old student Mei, who is my neighbour now, sends her love. She asked me to tell you that she passed.',
  ],
  [
    'new',
    'My brother and sister-in-law run a farm shop. I learned bookkeeping there. Would that count as experience for you?',
  ],
  ['established', 'Tell your brother I can help him with his tax return, no charge.'],
  [
    'new',
    "Could you help me? My cousin's reference letter for me is in Italian, does it need translating?",
  ],
  [
    'new',
    'I told my friend about your talk and she loved the part about the lock gates. Could you send me the slides?',
  ],
  [
    'established',
    'My sister will drive me, so I can be at the site by six. Who should I ask for at the gate?',
  ],
  ['new', 'My colleague Ana, whom you met at the open day, says hello. She enjoyed your lab.'],
  [
    'established',
    "You coached my sister last year. Would you write her a reference? She said you'd told her to ask.",
  ],
  ['new', 'Could you send me the address? My dad is giving me a lift.'],
  ['cold', "My friend and I started a repair café. I'd like to know how you got your insurance."],
  ['new', 'My mentor asked me to prepare three questions for you. Could I send them today?'],
  [
    'cold',
    'My boss at the garage thinks I should specialise. Would you choose electrics or bodywork?',
  ],
  ['established', 'My mum says thank you for the soup. And I got the job!'],
  ['cold', 'A friend told me your firm is closing its Hull branch. Should I still apply?'],
  [
    'established',
    "I'd like to offer your team a free session on payroll, my colleague could join too.",
  ],
  [
    'cold',
    "My roommate is your pharmacist, so I've heard only good things. Is the counter post still open?",
  ],
  ['new', 'My ex-manager moved to your company. Do you think I could name him in the letter?'],
  ['cold', 'My cousin, who is a judge, warned me about the hours. Was he right?'],
  [
    'new',
    "For my husband's birthday I'm learning to bake. But seriously: could I spend a day in your bakery to see if it's a job for me?",
  ],
  [
    'cold',
    "Could you tell me how your apprentices get to the yard? My parents can't drive me and I don't have a licence.",
  ],
  ['established', 'Would you still be willing to meet Jo? You said any Friday works.'],
  [
    'cold',
    "People like my father worked at your mine for forty years. I'm writing a family history, but really I want to know: do you take trainees?",
  ],
  [
    'established',
    'My colleague can cover for me on the 3rd. Could you put me down for the shift swap?',
  ],
  ['cold', 'My wife is expecting in June. Would the course let me start late?'],
  ['new', 'My sister says hi. Could you send me the recipe, I mean the reading list?'],
  ['new', 'My flatmate and I are both nurses, so we can swap shifts. Would your ward allow that?'],
  ['new', 'My colleague has the keys, could you call me and not him?'],
  ['established', 'I helped my brother with his CV and learned a lot. Would you now look at mine?'],
  ['new', 'You met my husband at the party, he says your kitchen hires in autumn. Should I wait?'],
  [
    'cold',
    "My professor, Dr Lund, told me to mention her name. Could I ask you about your lab's summer posts?",
  ],
  ['new', "My boss doesn't know I'm looking. Could you keep it to yourself?"],
  ['cold', 'My parents run a bakery. Could you tell me what a shop manager earns elsewhere?'],
  ['new', "I've asked my friend to return your book. Could you tell her when you're in?"],
  ['cold', 'A friend and I are opening a kennel. Could we ask you how you insured yours?'],
  [
    'new',
    'My team lead would need a confirmation from you that I attended. Could you send it to me?',
  ],
  ['established', 'Thanks for giving my brother a chance. He starts on Monday!'],
  [
    'cold',
    "I grew up translating for my mother at the doctor's. Is that experience worth anything in your interpreting course?",
  ],
  [
    'cold',
    'My girlfriend and I run a bakery stall. Which market would you recommend us to try first?',
  ],
  ['new', 'My brother drives me to work, so could you tell me where he may park?'],
  [
    'established',
    'My sister will pick up the keys on Friday. Could you leave them at the desk for her?',
  ],
  [
    'cold',
    'I was a foster child myself and now want to become a social worker. Could I ask how you got through the first year?',
  ],
  [
    'new',
    'A friend lent me your book on joints. Could you tell me whether the glue you use on page 40 is still sold?',
  ],
  [
    'new',
    'My cousin wrote to you on her own last week, I had nothing to do with it. I only wanted to say thanks for the call.',
  ],
  ['cold', 'Both my parents were postmen. Would you say that the job has changed much?'],
  ['established', 'My colleague Pia and I would like to invite you to lunch, to say thank you.'],
  [
    'cold',
    'My uncle once worked for you, in 1998! He says you taught him everything. Do you still take apprentices?',
  ],
  [
    'cold',
    'Your son was in my class. He spoke so warmly of your lab that I applied. Will you be on the panel?',
  ],
  [
    'new',
    "If my husband gets his transfer, I'd need a post near Turku. Do you have a branch there?",
  ],
  [
    'new',
    'My girlfriend says you were great at the panel. Would you send me the link to the recording?',
  ],
  [
    'cold',
    'My mother and I both want to learn upholstery. Can we both come to your course or is there only one place?',
  ],
  ['cold', 'My son goes to the nursery where you work. Could I ask you how you trained for it?'],
  ['new', "My brother can't come on Friday, so I'll take his place. Could you put me on the list?"],
  [
    'new',
    "My wife and I would love to have you over. And no, I won't talk about jobs all evening!",
  ],
  [
    'cold',
    "I'm a widow; my husband did all the paperwork, so I've never written a CV. Could you tell me where to start?",
  ],
  ['new', 'My flatmate has worked for you for a year and likes it. Could I come in for a trial?'],
  [
    'established',
    'My cousin showed me how you two restored the boat. Could you teach me the caulking some day?',
  ],
  ['cold', 'I share a car with my colleague. Can we get the same shifts?'],
  ['new', "My sister gave me your book, could you sign it on Thursday? She'd be jealous."],
  ['cold', 'My former boss is on your board. Is it a problem if I apply?'],
  ['new', 'I told my parents what you did for me. They send you a box of apples!'],
  ['established', "My dad asks if you want his old lathe. He'd give it to you for nothing."],
  [
    'cold',
    'I take care of my brother, who is disabled. Do you offer part-time posts in the library?',
  ],
  ['new', 'My team wants to say thank you for the training. Could we send you something?'],
  [
    'established',
    "My best friend just told me you're leaving the firm. Congratulations! Where to?",
  ],
  ['new', 'My son is home from school sick, can we talk tomorrow instead?'],
  [
    'cold',
    "A neighbour told me your bakery looks for a driver. I have a licence and I'm up at four anyway. Could you give me the details?",
  ],
  [
    'new',
    "My brother told me about your workshop and I've been hooked since. How did you get your first commission?",
  ],
  [
    'established',
    'You remember Jonas, my brother, you two built the stage together. Could you refer him for the rigging job?',
  ],
  [
    'cold',
    'My mother was a nurse, which is why I want to be one. Could you tell me about your first year?',
  ],
  ['cold', 'My old boss, Henk, can vouch for me. Would you look at my application?'],
  ['established', 'Could you introduce me to your cousin who runs the bakery, Paulo?'],
  ['established', 'My partner and I both read your book. Would you sign our copy at the fair?'],
  [
    'new',
    'My friend Ola gave me your name. Would you have twenty minutes to tell me about the customs office?',
  ],
  ['new', "Thanks for agreeing to read my friend's portfolio. She will send it herself tonight."],
  [
    'cold',
    'My teacher recommended your podcast. Which episode would you start with for conservation work?',
  ],
  [
    'cold',
    "My husband is posted to Darwin and I'm a dental nurse. Would your surgery recognise my UK registration?",
  ],
  [
    'cold',
    'My son is four and has just started nursery, hence the two year gap. Will that be a problem for the clerk post?',
  ],
  [
    'cold',
    'My neighbours tell me you are the person who knows bees. Could I help you with the hives one day to learn?',
  ],
  [
    'established',
    'I help my cousin with his stall on Saturdays, so Sundays are best for me. Could you put me on the Sunday rota?',
  ],
  ['new', 'Would you tell me what your daughter thought of the course? I am deciding this week.'],
  ['new', 'My brother passed his test, thanks to you. He asked me to say so.'],
  [
    'cold',
    "I was my grandmother's carer for three years and would like to do it as a job. Could you tell me which certificate you have?",
  ],
  [
    'established',
    "My friend is already talking to your HR on her own. I only wanted to know if you'd recommend me for the other post.",
  ],
  [
    'new',
    'My classmates and I have to interview a surveyor for school. Would you answer five questions by mail?',
  ],
  ['new', 'My kids love your museum, so do I. Is there a form for volunteers?'],
  ['cold', 'My partner and I are moving to Cork. Is the clinic still looking for hygienists?'],
  ['cold', "My mum worked in your canteen. Do you still hire seasonal staff? I'd like to apply."],
  ['new', 'My friend recommended your course. Is there a place left for me?'],
  ['established', 'My brother says thanks for the lift. And could you send me the job link again?'],
  ['cold', "I'm raising two kids alone. Are shifts fixed or do they rotate?"],
  ['new', 'My old colleague Jan said to give you his best. Could I ask you about the paint shop?'],
  ['established', 'You know my cousin Elsa from choir. Could you tell her I got the job?'],
  ['new', "Thanks for hiring my sister! She's thrilled."],
  ['cold', 'My teacher gave me your address. May I ask what a conservator does all day?'],
  [
    'established',
    "My wife thinks I'm mad, but I want to retrain as a nurse. Would you tell me honestly what it's like?",
  ],
  ['new', 'You offered to show my nephew the workshop. Would Saturday suit you?'],
  [
    'cold',
    "I'm a translator for my parents at home, so I'm used to forms. Is the clerk job mostly forms?",
  ],
  ['established', 'If your brother needs help moving, I can come on Sunday.'],
  [
    'new',
    "My boss knows that I'm applying and he'll give me a good reference. Do you need it now?",
  ],
  [
    'cold',
    'I lost my job together with half of my colleagues. Could I ask you how you got back on your feet?',
  ],
];
