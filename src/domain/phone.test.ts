import { expect, test } from 'vitest'
import { officePhone, parseMobile, spacedPhone } from './phone.ts'

test.each([
  '+380671234567',
  '380671234567',
  '0671234567',
  '80671234567',
  '671234567',
  '+38 (067) 123-45-67',
  '067 123 45 67',
  '067\u00a0123\u201045\u201067',
])('%s is read as one and the same mobile number', text => {
  expect(parseMobile(text)).toBe('380671234567')
})

test.each([
  '0536701212',
  '+48601234567',
  '+380891234567',
  '06712345',
  '06712345678',
  '067123456a',
  '',
  '+',
  '900',
])('%s is no Ukrainian mobile number', text => {
  expect(parseMobile(text)).toBeNull()
})

test('numbers are shown as people read them', () => {
  expect(spacedPhone('380671234567').replaceAll('\u00a0', ' ')).toBe('+380 67 123 45 67')
  expect(officePhone('+380536701212').replaceAll('\u00a0', ' ')).toBe('(0536) 70-12-12')
  expect(officePhone('+380441110101').replaceAll('\u00a0', ' ')).toBe('(044) 111-01-01')
  expect(officePhone('+380675056312').replaceAll('\u00a0', ' ')).toBe('(067) 505-63-12')
})
