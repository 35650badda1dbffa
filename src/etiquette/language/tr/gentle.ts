import type { Gentle } from '../gentle.ts';

export const gentleTurkish: Gentle = {
  greetings: 'merhaba, selam, selamlar, sayın, sevgili, iyi günler, günaydın, iyi akşamlar',
  talk: {
    plain:
      'Size yirmi dakika kendi işiniz ve bu işe nasıl geldiğiniz hakkında soru sorabilir miyim?',
    field:
      'Bu alan çok ilgimi çekiyor: {field}. Size yirmi dakika kendi işiniz hakkında soru sorabilir miyim?',
    company:
      '{company} çok ilgimi çekiyor. Size yirmi dakika oradaki kendi işiniz hakkında soru sorabilir miyim?',
    role: 'Bu pozisyon ilgimi çekiyor: {role}. Size yirmi dakika kendi işiniz hakkında soru sorabilir miyim?',
  },
  introduction: {
    plain: 'Kendi alanınızda konuşmamı önereceğiniz bir kişi var mı?',
    field:
      'Bu alan çok ilgimi çekiyor: {field}, ama orada henüz pek kimseyi tanımıyorum. Konuşmamı önereceğiniz bir kişi var mı?',
    company:
      '{company} çok ilgimi çekiyor, ama orada henüz pek kimseyi tanımıyorum. Orada konuşmamı önereceğiniz bir kişi var mı?',
    role: 'Bu pozisyon ilgimi çekiyor: {role}. Bu alanda konuşmamı önereceğiniz bir kişi var mı?',
  },
  friend: 'Uygun görürseniz bunu size kendisinin sorması daha iyi olur.',
  pressure: 'Yardımınıza sevinirim, uygun değilse de anlarım.',
  vague: {
    plain:
      'Size yirmi dakika kendi işiniz ve bu işe nasıl geldiğiniz hakkında soru sorabilir miyim?',
    field:
      'Bu alanda iş arıyorum: {field}. Size yirmi dakika kendi işiniz hakkında soru sorabilir miyim?',
    company:
      '{company} bünyesinde çalışmak isterim. Size yirmi dakika oradaki kendi işiniz hakkında soru sorabilir miyim?',
    role: 'Böyle bir pozisyon arıyorum: {role}. Bu işin nasıl olduğunu size yirmi dakika sorabilir miyim?',
  },
  bundle:
    'Bana yirmi dakika ayırabilir misiniz? Sorularımı yazılı getiririm, tek bir konuşma olur.',
  bait: {
    plain: 'Açıkça söyleyeyim: iş arıyorum ve deneyiminizden öğrenmek isterim.',
    field: 'Açıkça söyleyeyim: bu alanda iş arıyorum: {field}, ve deneyiminizden öğrenmek isterim.',
    company:
      'Açıkça söyleyeyim: {company} bünyesinde çalışmak ve oradaki deneyiminizden öğrenmek isterim.',
    role: 'Açıkça söyleyeyim: bu pozisyona başvuruyorum: {role}, ve deneyiminizden öğrenmek isterim.',
  },
  context: {
    plain: 'Henüz tanışmadık: bir sonraki işimi arıyorum ve işiniz bana sizi düşündürdü.',
    headline: 'Henüz tanışmadık: ben {headline}, ve işiniz bana sizi düşündürdü.',
  },
  apology: 'Zamanınız için teşekkür ederim.',
};
