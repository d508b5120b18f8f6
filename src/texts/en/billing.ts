import type { billing as inUkrainian } from '../uk/billing.ts'

/** The same in English, for the terminal of whoever runs the import. */
export const billing: typeof inUkrainian = {
  reasons: {
    'not-text': 'not a text file',
    'empty-file': 'the file is empty',
    'unreadable-letters': 'the letters make no sense in any known encoding',
    'unknown-kind': 'the columns do not tell what the file is: accounts, charges or payments',
    'missing-column': 'the column is missing',
    'unknown-column': 'unknown column',
    'repeated-column': 'the column is named twice',
    'field-count': 'not as many fields as the header has',
    'open-quote': 'a quote is opened and never closed',
    'bad-character': 'a character that may not stand in a line',
    empty: 'the field is empty',
    'account-number': 'not an account number',
    eic: 'not an EIC: the check character or the length does not agree',
    phone: 'a telephone has 10 to 13 digits',
    state: 'a state is A, C or M',
    method: 'a method is A, P, N or R',
    money: 'not a sum in hryvnias (twelve digits and two decimals at most)',
    volume: 'not a volume in m³ (twelve digits and three decimals at most)',
    price: 'not a price per 1000 m³ (not below zero, twelve digits and two decimals at most)',
    date: 'not a date (DD.MM.YYYY, YYYY-MM-DD or YYYYMMDD)',
    period: 'not a period (YYYYMM or YYYY-MM)',
    'future-period': 'this month is still to come',
    'future-date': 'this day is still to come',
    repeated: 'the file has such a row already',
    'repeated-payment': 'the file has this EXT_ID already, with other data',
    'unknown-account': 'there is no such account',
    'closing-balance': 'the balance does not follow from the row; it should be',
    'opening-balance': 'not the balance at which the month before closed; it should be',
    'next-opening': 'the next month is published already with another opening balance',
    'no-rows': 'the file has NO ROWS, its header alone: look whether the export came whole',
    'not-utf-8': 'no letter of UTF-8, though the rest of the file is UTF-8',
    'portal-account':
      'bears the id of a payment through the portal, and posts nothing, for its account is another; look at it:',
    'portal-sum':
      'bears the id of a payment through the portal, and posts nothing, for its sum is another; look at it:',
    'portal-account-and-sum':
      'bears the id of a payment through the portal, and posts nothing, for its account and sum are others; look at it:',
  },
  nothingChanged: 'Nothing changed: this file has been taken in already.',
}
