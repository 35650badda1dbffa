import type { Table } from '../examples.ts';

export const table: Table = {
  flagged: [
    { severity: 'block', text: 'My cousin needs a job. Can you refer him to your boss?' },
    {
      severity: 'block',
      relationship: 'established',
      text: 'Could you have a look at my sister’s CV and send it to your HR?',
    },
    {
      severity: 'block',
      relationship: 'new',
      text: 'My flatmate is looking for a bar job, can you get him in at yours?',
    },
    {
      severity: 'block',
      relationship: 'established',
      text: 'A guy I know wants to drive for you. Could you hire him?',
    },
    {
      severity: 'coach',
      relationship: 'established',
      text: 'A friend of mine is thinking about paramedic training. Would it be okay if she wrote to you?',
    },
    {
      severity: 'block',
      text: 'Meine Mitbewohnerin sucht was in der Pflege, kannst du sie bei euch unterbringen?',
    },
    {
      severity: 'block',
      relationship: 'established',
      text: 'Veljeni etsii töitä, voisitko suositella häntä pomollesi?',
    },
    { severity: 'block', relationship: 'new', text: '我表弟在找工作，您能帮他内推一下吗？' },
    { severity: 'block', relationship: 'new', text: '我表弟在找工作，您能幫他內推一下嗎？' },
    { severity: 'block', text: 'ابن خالتي مهندس، ممكن توظفه عندكم؟' },
    {
      severity: 'block',
      relationship: 'established',
      text: 'Mi prima busca trabajo, ¿puedes recomendarla con tu jefe?',
    },
    {
      severity: 'block',
      relationship: 'established',
      text: 'Mon cousin cherche du travail, tu peux le recommander à ton patron ?',
    },
    {
      severity: 'block',
      relationship: 'established',
      text: 'Meu primo está procurando emprego, você pode indicar ele pro seu chefe?',
    },
    {
      severity: 'block',
      relationship: 'established',
      text: 'मेरे भाई को नौकरी चाहिए, क्या आप उसे अपने यहाँ लगवा सकते हैं?',
    },
    {
      severity: 'block',
      relationship: 'established',
      text: 'Mere bhai ko naukri chahiye, aap usko apne yahan lagwa dijiye.',
    },
    {
      severity: 'block',
      relationship: 'established',
      text: '弟が仕事を探しています。御社の部長に紹介していただけませんか。',
    },
    {
      severity: 'block',
      relationship: 'established',
      text: 'Kuzenim iş arıyor, onu müdürünüze önerebilir misiniz?',
    },
    {
      severity: 'block',
      relationship: 'established',
      text: 'Mój kuzyn szuka pracy, czy możesz go polecić swojemu szefowi?',
    },
    {
      severity: 'block',
      relationship: 'established',
      text: 'Sepupu saya cari kerja, bisa tolong masukkan dia di kantor kakak?',
    },
    {
      severity: 'block',
      relationship: 'established',
      text: '제 사촌 동생이 일자리를 찾고 있는데 팀장님께 추천해 주실 수 있을까요?',
    },
  ],
  fine: [
    {
      relationship: 'new',
      text: 'Priya from your team suggested I write to you about the dispatcher opening in Tampere.',
    },
    {
      relationship: 'new',
      text: 'My wife and I are moving to Leeds in May. Is the pharmacist post you mentioned still open?',
    },
    {
      relationship: 'new',
      text: 'My friend Leena says hello; she starts at the bakery on Monday.',
    },
    {
      relationship: 'established',
      text: 'I can help your cousin with his CV on Thursday, if he likes.',
    },
    {
      relationship: 'new',
      text: 'Vielen Dank für Ihre Zusage von gestern, dass meine Frau bei Ihnen im Hort hospitieren darf.',
    },
    {
      relationship: 'new',
      text: 'Kiitos kun vastasit, että ystäväni Leena saa tulla mukaan perjantain tutustumiskäynnille!',
    },
    { relationship: 'new', text: '我认识的一位同事推荐我来请教您关于社区护士岗位的夜班安排。' },
    {
      relationship: 'new',
      text: 'زوجتي وأنا ننتقل إلى الرياض، وأبحث عن وظيفة محاسب في شركتكم. هل ما زال الإعلان مفتوحًا؟',
    },
    {
      relationship: 'new',
      text: 'Mi hermana me contó que trabajas en el puerto. ¿Sigue abierto el puesto de despachador?',
    },
    {
      relationship: 'new',
      text: 'Ma sœur m’a parlé de votre atelier. Le poste de menuisier est-il toujours ouvert ?',
    },
    {
      relationship: 'new',
      text: 'Minha irmã me falou da sua oficina. A vaga de marceneiro ainda está aberta?',
    },
    {
      relationship: 'new',
      text: 'Meri behen ne aapke baare mein bataya. Kya lab technician ki post abhi khuli hai?',
    },
    { relationship: 'new', text: '妻と大阪に引っ越します。経理の募集はまだありますか。' },
    { relationship: 'new', text: 'Eşimle İzmir’e taşınıyoruz. Eczacı ilanınız hâlâ açık mı?' },
    {
      relationship: 'new',
      text: 'Przeprowadzamy się z żoną do Gdańska. Czy ogłoszenie dla księgowej jest aktualne?',
    },
    {
      relationship: 'new',
      text: 'Saya dan istri pindah ke Bandung. Apakah lowongan apoteker masih buka?',
    },
    { relationship: 'new', text: '아내와 부산으로 이사합니다. 회계 담당 자리가 아직 열려 있나요?' },
  ],
};
