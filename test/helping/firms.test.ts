import { describe, expect, it, test } from 'vitest';
import { firmKey, isSameField, listed, similarFirms } from '../../src/helping/firms.ts';
import { type Candidate, matching } from '../../src/helping/matching.ts';
import { fullUntil, type Offer } from '../../src/helping/offer.ts';

describe('a firm, however it is written', () => {
  test.each([
    ['Northwind Ltd.', 'northwind'],
    ['NORTHWIND GmbH & Co. KG', 'northwind'],
    ['Société Générale S.A.', 'societe generale'],
    ['トヨタ自動車株式会社', 'トヨタ自動車'],
    ['Kone Oyj', 'kone'],
    ['  O’Neill’s  ', 'oneills'],
    ['AB', 'ab'],
    ['Żabka Sp. z o.o.', 'zabka'],
    ['Ørsted A/S', 'ørsted'],
    ['S.à r.l. Horizon S.à r.l.', 'sa rl horizon'],
    ['Grupo Sol, S.A. de C.V.', 'grupo sol'],
    ['ООО «Север»', 'север'],
    ['PT Samudra Tbk', 'samudra'],
    ['㈱青空', '青空'],
    ['青空合同会社', '青空'],
    ['株式会社', '株式会社'],
    ['バス商事', 'バス商事'],
    ['राम', 'राम'],
    ['תנובה בע״מ', 'תנובה'],
    ['🚀', '🚀'],
    ['', ''],
  ])('%s', (name, key) => {
    expect(firmKey(name)).toBe(key);
  });

  it('is found again by names that are like it', () => {
    const firms = ['Northwind', 'Northwind Traders', 'Contoso', 'Nordwand', 'northwind ltd'];
    expect(similarFirms('Northwnd', firms)).toEqual(['Northwind', 'Northwind Traders']);
    expect(similarFirms('Northwind Traders Europe', firms)[0]).toBe('Northwind');
    expect(similarFirms('Zyx', firms)).toEqual([]);
    expect(similarFirms('', firms)).toEqual([]);
  });
});

test('a field is the same by a long word, or by standing in the other', () => {
  expect(isSameField('Night nursing', 'nursing')).toBe(true);
  expect(isSameField('freight dispatching', 'Dispatching at sea')).toBe(true);
  expect(isSameField('看護', '夜間看護')).toBe(true);
  expect(isSameField('head of sales', 'head of care')).toBe(false);
  expect(isSameField('', 'nursing')).toBe(false);
  for (const [one, other] of [
    ['AI', 'retail'],
    ['IT', 'hospitality'],
    ['law', 'lawn care'],
    ['ガス', 'カス'],
    ['राम', 'रोम'],
  ] as const) {
    expect(isSameField(one, other), `${one} and ${other}`).toBe(false);
  }
  expect(isSameField('AI', 'ai research')).toBe(true);
});

test('a list is what stands between commas, once each', () => {
  expect(listed('Acme, Acme Inc;  Kone、 ,', firmKey)).toEqual(['Acme', 'Kone']);
  expect(listed('C++, C#, C, c')).toEqual(['C++', 'C#', 'C']);
  expect(listed(undefined)).toEqual([]);
});

const day = (date: number): Date => new Date(Date.UTC(2027, 2, date));

test('a helper is full until so many of the last asks are thirty days old', () => {
  expect(fullUntil([day(1), day(5)], 3)).toBeUndefined();
  expect(fullUntil([day(5), day(1), day(9)], 3)).toEqual(day(31));
  expect(fullUntil([day(1), day(5), day(9)], 2)).toEqual(day(35));
});

describe('matching', () => {
  const offer = (user: string, more: Partial<Offer> = {}): Candidate => ({
    offer: {
      user,
      firms: ['Northwind'],
      fields: ['nursing'],
      languages: [],
      kinds: ['referrals'],
      ...more,
    },
    received: [],
  });
  const options = { today: '2027-03-10', capacity: 2 };
  const found = (candidates: Candidate[], need: Parameters<typeof matching>[1]) =>
    matching(candidates, need, options).map(({ user }) => user);

  it('takes those who offer it and have room', () => {
    const candidates = [
      offer('fits', { firms: ['northwind ltd'] }),
      offer('other-firm', { firms: ['Contoso'] }),
      offer('other-kind', { kinds: ['conversations'] }),
      offer('paused', { pausedUntil: '2027-03-11' }),
      offer('back', { pausedUntil: '2027-03-10' }),
      { ...offer('full'), received: [day(1), day(2)] },
      { ...offer('own-number', { capacity: 3 }), received: [day(1), day(2)], last: day(2) },
    ];
    expect(found(candidates, { kind: 'referrals', firm: 'Northwind' })).toEqual([
      'back',
      'fits',
      'own-number',
    ]);
    expect(found(candidates, { kind: 'referrals' })).toEqual([]);
    expect(found(candidates, { kind: 'referrals', field: 'night nursing' })).toContain(
      'other-firm',
    );
  });

  it('puts the most suitable first, then whoever was asked the longest ago', () => {
    const candidates = [
      { ...offer('recent'), last: day(9) },
      { ...offer('long-ago'), last: day(1) },
      offer('never'),
      { ...offer('speaks', { languages: ['Suomi'] }), last: day(9) },
      { ...offer('in-field', { fields: ['dispatching'] }), last: day(9) },
    ];
    const need = { kind: 'referrals', firm: 'Northwind', language: 'suomi' } as const;
    expect(found(candidates, { ...need, field: 'dispatching' })).toEqual([
      'in-field',
      'speaks',
      'never',
      'long-ago',
      'recent',
    ]);
  });
});
