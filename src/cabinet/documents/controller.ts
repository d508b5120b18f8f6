import type { FastifyInstance } from 'fastify'
import type { InvoiceData } from '../../documents/invoice.ts'
import { invoiceSupplier } from '../../documents/supplier.ts'
import { addressLine } from '../../domain/address.ts'
import { dateInKyiv, type Period, parsePeriod, plusMonths } from '../../domain/period.ts'
import type { HeldAccount } from '../../people/held-accounts.ts'
import { routes } from '../../routes.ts'
import { NotFound } from '../../web/errors.ts'
import { sendPdf } from '../../web/pdf.ts'
import { type Cabinet, heldAccount, signedIn } from '../cabinet.ts'
import { type PublishedMonth, publishedMonth } from './queries.ts'

/** `/accounts/:id/invoices/2020-03.pdf`: the invoice of a published month, to read and to print. */
export function invoices(app: FastifyInstance, cabinet: Cabinet): void {
  app.get<{ Params: { id: string; period: string } }>(
    routes.invoice.pattern,
    signedIn(cabinet, async (visit, request, reply) => {
      const { id, period } = request.params as { id: string; period: string } // as the pattern names them
      const account = heldAccount(visit, id)
      const month = await publishedMonth(cabinet.db, account.id, monthOf(period))
      if (month === null) throw new NotFound('no such month of this account')
      const pdf = await cabinet.documents.invoice(invoiceData(cabinet, account, month))
      return sendPdf(reply, pdf, cabinet.face.t.documents.invoice.fileName(account.number, month.row.period))
    }),
  )
}

/** The month as our own links write it. Throws NotFound for anything else, such as a year that no calendar has. */
function monthOf(text: string): Period {
  const period = parsePeriod(text)
  if (period === null || period !== text || period < '1900') throw new NotFound('no such month')
  return period
}

/**
 * What the invoice says. It is dated by the day of publishing, so that it is the same whenever it is opened; that of the
 * last month alone also says what was paid here since, lest it ask for money a second time.
 */
function invoiceData({ face }: Cabinet, account: HeldAccount, month: PublishedMonth): InvoiceData {
  const { t, supplier } = face
  const { number, eic, address } = account
  const issuedOn = dateInKyiv(month.publishedAt)
  const payBy = `${plusMonths(month.row.period, 1)}-${String(supplier.calendar.pay_by_day).padStart(2, '0')}`
  return {
    supplier: invoiceSupplier(supplier, address.branch),
    account: {
      number,
      eic,
      address: addressLine(address, t.address.flat),
      holderName: month.holderName === '' ? null : month.holderName,
    },
    row: month.row,
    issuedOn,
    payBy: payBy < issuedOn ? null : payBy, // a month published late was due before anyone could know
    ...(month.row.period === account.latest?.period ? { paidSince: account.outsideBalance } : {}),
  }
}
