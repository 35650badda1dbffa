import type { Gentle } from '../gentle.ts';

export const gentleIndonesian: Gentle = {
  greetings:
    'halo, hai, selamat pagi, selamat siang, selamat sore, selamat malam, yth, assalamualaikum, permisi, pagi, siang, sore, malam',
  talk: {
    plain:
      'Boleh saya bertanya sekitar dua puluh menit tentang pekerjaan Anda sendiri dan bagaimana Anda sampai di sana?',
    field:
      'Saya sangat tertarik pada bidang ini: {field}. Boleh saya bertanya sekitar dua puluh menit tentang pekerjaan Anda sendiri?',
    company:
      'Saya sangat tertarik pada {company}. Boleh saya bertanya sekitar dua puluh menit tentang pekerjaan Anda sendiri di sana?',
    role: 'Saya tertarik pada posisi ini: {role}. Boleh saya bertanya sekitar dua puluh menit tentang pekerjaan Anda sendiri?',
  },
  introduction: {
    plain: 'Apakah ada satu orang di bidang Anda yang Anda sarankan untuk saya ajak bicara?',
    field:
      'Saya sangat tertarik pada bidang ini: {field}, tetapi belum banyak kenal orang di sana. Apakah ada satu orang yang Anda sarankan untuk saya ajak bicara?',
    company:
      'Saya sangat tertarik pada {company}, tetapi belum banyak kenal orang di sana. Apakah ada satu orang di sana yang Anda sarankan untuk saya ajak bicara?',
    role: 'Saya tertarik pada posisi ini: {role}. Apakah ada satu orang di bidang itu yang Anda sarankan untuk saya ajak bicara?',
  },
  friend: 'Sebaiknya orangnya sendiri yang bertanya langsung, jika Anda berkenan.',
  pressure: 'Saya senang jika Anda bisa membantu, dan saya mengerti jika belum memungkinkan.',
  vague: {
    plain:
      'Boleh saya bertanya sekitar dua puluh menit tentang pekerjaan Anda sendiri dan bagaimana Anda sampai di sana?',
    field:
      'Saya mencari pekerjaan di bidang ini: {field}. Boleh saya bertanya sekitar dua puluh menit tentang pekerjaan Anda sendiri?',
    company:
      'Saya ingin bekerja di {company}. Boleh saya bertanya sekitar dua puluh menit tentang pekerjaan Anda sendiri di sana?',
    role: 'Saya mencari posisi seperti ini: {role}. Boleh saya bertanya sekitar dua puluh menit seperti apa pekerjaan itu?',
  },
  bundle:
    'Apakah Anda punya dua puluh menit untuk saya? Pertanyaan saya bawa tertulis, jadi cukup satu kali bicara.',
  bait: {
    plain: 'Terus terang, saya sedang mencari pekerjaan, dan ingin belajar dari pengalaman Anda.',
    field:
      'Terus terang, saya sedang mencari pekerjaan di bidang ini: {field}, dan ingin belajar dari pengalaman Anda.',
    company:
      'Terus terang, saya ingin bekerja di {company}, dan ingin belajar dari pengalaman Anda di sana.',
    role: 'Terus terang, saya melamar posisi ini: {role}, dan ingin belajar dari pengalaman Anda.',
  },
  context: {
    plain:
      'Kita belum pernah bertemu: saya sedang mencari pekerjaan berikutnya, dan pekerjaan Anda membuat saya teringat pada Anda.',
    headline:
      'Kita belum pernah bertemu: saya {headline}, dan pekerjaan Anda membuat saya teringat pada Anda.',
  },
  apology: 'Terima kasih atas waktunya.',
};
