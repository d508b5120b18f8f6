import { officePhone } from '../domain/phone.ts'

/** A telephone that a touch calls. */
export function PhoneLink({ phone }: { phone: string }) {
  return (
    <a class="phone" href={`tel:${phone}`}>
      {officePhone(phone)}
    </a>
  )
}
