import { expect, test } from 'vitest'
import { eicCheckCharacter, isEic } from './eic.ts'

const sample = '56XM19A205987456'

test('the last character of an EIC follows from the others', () => {
  expect(eicCheckCharacter(sample.slice(0, 15))).toBe('6')
  expect(isEic(sample)).toBe(true)
})

test('an EIC with any one character changed is none', () => {
  for (let place = 0; place < 16; place++) {
    const other = sample.charAt(place) === '7' ? '8' : '7'
    expect(isEic(sample.slice(0, place) + other + sample.slice(place + 1)), `place ${place}`).toBe(false)
  }
})

test('an EIC has sixteen characters of its own alphabet', () => {
  for (const text of ['', sample.slice(1), `${sample}6`, sample.toLowerCase(), sample.replace('X', 'Х')])
    expect(isEic(text)).toBe(false)
  expect(eicCheckCharacter('56XM19A20598745!')).toBeNull()
})
