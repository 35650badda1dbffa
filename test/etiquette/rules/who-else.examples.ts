import type { Table } from '../examples.ts';

export const table: Table = {
  flagged: [
    { severity: 'block', text: 'Who else do you know at the port?' },
    { severity: 'block', text: 'We haven’t met, but who else do you know at the port authority?' },
    { severity: 'block', text: 'Could you introduce me to some people in your network?' },
    {
      severity: 'block',
      text: 'Please share the phone numbers of your contacts in nursing with me.',
    },
    {
      severity: 'block',
      relationship: 'new',
      text: 'It was lovely to meet you. Who do you know in horticulture?',
    },
    {
      severity: 'block',
      relationship: 'new',
      text: 'Could you pass me some names of people who are hiring?',
    },
    {
      severity: 'coach',
      relationship: 'established',
      text: 'Could you send my CV to everyone you know?',
    },
    {
      severity: 'coach',
      relationship: 'established',
      text: 'Do forward it to anyone in your network.',
    },
    {
      severity: 'block',
      text: 'Hallo Herr Brandt, wen kennen Sie denn sonst noch so bei der Bahn?',
    },
    { severity: 'block', text: 'Hei, tunnetko ketään rakennusalalta? Mikä tahansa firma käy.' },
    { severity: 'block', relationship: 'new', text: '您人脉这么广，随便推几个人给我吧。' },
    { severity: 'block', text: '您人脈這麼廣，隨便推幾個人給我吧。' },
    { severity: 'block', text: 'السلام عليكم، مين تعرف كمان في الشركات؟ ابعتلي أرقامهم.' },
    {
      severity: 'block',
      text: 'Hola, ¿a quién más conoces que esté contratando? Pásame sus números.',
    },
    {
      severity: 'block',
      text: 'Bonjour, qui d’autre connaissez-vous dans le secteur ? Donnez-moi quelques noms.',
    },
    { severity: 'block', text: 'Oi, quem mais você conhece na área? Me passa uns contatos.' },
    { severity: 'block', text: 'नमस्ते, आप और किसे जानते हैं? मुझे कुछ लोगों के नंबर दे दीजिए।' },
    {
      severity: 'block',
      text: 'Namaste sir, aap aur kisko jaante ho? Kuch logon ke number de dijiye.',
    },
    {
      severity: 'block',
      text: 'はじめまして。他にどなたかご存じの方を何人か紹介していただけませんか。',
    },
    {
      severity: 'block',
      text: 'Merhaba, sektörde başka kimleri tanıyorsunuz? Bana birkaç isim verir misiniz?',
    },
    {
      severity: 'block',
      text: 'Dzień dobry, kogo jeszcze pan zna w branży? Proszę o kilka nazwisk.',
    },
    {
      severity: 'block',
      text: 'Halo kak, siapa lagi yang kakak kenal di bidang ini? Minta kontaknya ya.',
    },
    {
      severity: 'block',
      text: '안녕하세요, 이 업계에 아시는 분 또 누구 있으세요? 연락처 몇 개만 알려주세요.',
    },
  ],
  fine: [
    { text: 'Who else should I thank? I would like to send everybody a card.' },
    { text: 'Could you tell me who is on the interview panel for the nursing post?' },
    { text: 'You introduced me to Lena in March; I start on Monday. Thank you.' },
    {
      relationship: 'new',
      text: 'Could you introduce me to Mr Cassens in dispatch? You mentioned that he trains apprentices.',
    },
    {
      relationship: 'established',
      text: 'I’m really interested in dialysis nursing, but I don’t know many people there yet. Is there one person you’d suggest I talk to?',
    },
    {
      text: 'I’m Ana, a nurse from Turku. Could I ask you for twenty minutes about how you moved into planning?',
    },
    {
      text: 'I’m a contact lens optician in Leeds and read your post. Is the shop in Hull still hiring?',
    },
    {
      relationship: 'new',
      text: 'Wen soll ich im Anschreiben ansprechen, Frau Huber oder die Personalabteilung?',
    },
    { relationship: 'new', text: 'Kuka muu olisi kiitettävä? Haluan lähettää kaikille kortin.' },
    { relationship: 'new', text: '谢谢您介绍我认识李主任，我下周一入职。' },
    { relationship: 'new', text: 'شكرا لأنك عرفتني على الأستاذ كريم، بدأت العمل يوم الأحد.' },
    { relationship: 'new', text: 'Gracias por presentarme a Lucía, empiezo el lunes.' },
    { relationship: 'new', text: 'Merci de m’avoir présenté à Claire, je commence lundi.' },
    { relationship: 'new', text: 'Obrigado por me apresentar à Lúcia, começo na segunda.' },
    {
      relationship: 'new',
      text: 'Ravi bhaiya se milwane ke liye bahut dhanyavaad, somvaar se joining hai.',
    },
    {
      relationship: 'new',
      text: '田中さんをご紹介いただき、ありがとうございました。月曜から働きます。',
    },
    {
      relationship: 'new',
      text: 'Beni Ayşe Hanım ile tanıştırdığınız için teşekkürler, pazartesi başlıyorum.',
    },
    {
      relationship: 'new',
      text: 'Dziękuję za poznanie mnie z panią Anną, zaczynam w poniedziałek.',
    },
    {
      relationship: 'new',
      text: 'Terima kasih sudah mengenalkan saya ke Bu Sari, saya mulai Senin.',
    },
    { relationship: 'new', text: '김 과장님을 소개해 주셔서 감사합니다. 월요일부터 출근해요.' },
  ],
};
