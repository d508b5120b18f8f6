/** What an SMS gateway is to the portal: a new one is one file and one test. */

export interface SmsToSend {
  /** Twelve digits, `380671234567`. */
  phone: string
  /** The name that the phone shows, 3 to 11 Latin letters and digits. */
  sender: string
  text: string
}

export interface SmsGateway {
  name: string
  /** Hands one SMS over within 20 seconds. Throws where it was not taken, or can't be known to be: it is tried again. */
  send(sms: SmsToSend): Promise<void>
}
