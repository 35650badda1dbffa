import { describe, expect, it } from 'vitest';
import { hourOf, isTimeZone, outsideQuietHours } from '../src/time.ts';

const quiet = { from: 20, to: 8 };

describe('quiet hours', () => {
  it.each([
    ['in the day, at once', '2027-03-01T12:00:00Z', '2027-03-01T12:00:00.000Z'],
    ['in the evening, the next morning', '2027-03-01T18:30:00Z', '2027-03-02T06:00:00.000Z'],
    ['after midnight, the same morning', '2027-03-01T23:30:00Z', '2027-03-02T06:00:00.000Z'],
    ['at eight sharp, at once', '2027-03-01T06:00:00Z', '2027-03-01T06:00:00.000Z'],
    ['over the change to summer time', '2027-03-27T20:00:00Z', '2027-03-28T05:00:00.000Z'],
  ])('%s', (_name, at, expected) => {
    expect(outsideQuietHours(new Date(at), quiet, 'Europe/Helsinki').toISOString()).toBe(expected);
  });

  it('may lie within one day, or be none', () => {
    const noon = new Date('2027-03-01T12:00:00Z');
    expect(outsideQuietHours(noon, { from: 9, to: 17 }, 'UTC').toISOString()).toBe(
      '2027-03-01T17:00:00.000Z',
    );
    expect(outsideQuietHours(noon, { from: 9, to: 9 }, 'UTC')).toBe(noon);
  });
});

it('knows the morning of a date somewhere', () => {
  expect(hourOf('2027-07-01', 9, 'America/Bogota').toISOString()).toBe('2027-07-01T14:00:00.000Z');
});

describe('time zones', () => {
  it.each([
    'Asia/Kolkata',
    'America/Argentina/Buenos_Aires',
    'America/Port-au-Prince',
    'Etc/GMT+5',
    'UTC',
    'europe/helsinki',
  ])('%s is one', (name) => {
    expect(isTimeZone(name)).toBe(true);
    expect(() => hourOf('2027-07-01', 9, name)).not.toThrow();
  });

  it.each([
    'Mars/Olympus',
    '',
    ' UTC',
    '2020-01-01T00:00[Asia/Tokyo]',
    '2020-01-01T00:00Z',
    'T00:00[Asia/Tokyo]',
    '[Asia/Tokyo]',
    'Asia/Tokyo[u-ca=hebrew]',
    '+02:00',
    '+0200',
    '-05',
    'Z',
    'GMT+2',
    'Asia/Tokyo\n',
    '../UTC',
  ])('%j is none', (name) => {
    expect(isTimeZone(name)).toBe(false);
  });
});
