import { officePhone } from '../domain/phone.ts'
import type { Supplier } from '../supplier.ts'
import type { InvoiceSupplier } from './invoice.ts'
import type { DocumentSupplier } from './page.ts'

/** The supplier's folder as a receipt shows it. */
export function receiptSupplier(supplier: Supplier): DocumentSupplier {
  const { name, edrpou, iban, bank, address, accent, logo } = supplier
  return { name, edrpou, iban, bank, address, phones: [officePhone(supplier.phone)], accent, logo }
}

/** The same for an invoice: also whom to ask, and who takes the readings in the account's branch. */
export function invoiceSupplier(supplier: Supplier, branch: string): InvoiceSupplier {
  const dso = supplier.branches.find(({ name }) => name === branch)?.dso ?? null
  return {
    ...receiptSupplier(supplier),
    hours: supplier.hours,
    branches: supplier.contact_centre.map(({ label, phones }) => ({
      name: label,
      phones: phones.map(officePhone),
    })),
    dso: dso === null ? null : { name: dso.name, phone: officePhone(dso.phone) },
  }
}
