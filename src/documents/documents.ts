import path from 'node:path'
import { projectFolder } from '../config.ts'
import { type DocumentTexts, documents as ukrainian } from '../texts/uk/documents.ts'
import { type InvoiceData, invoiceContent } from './invoice.ts'
import { Pool, type PoolOptions } from './pool.ts'
import { printableJson } from './printable.ts'
import { type ReceiptData, receiptContent } from './receipt.ts'

/**
 * The PDF documents of the cabinet: tagged (PDF/UA-1), the same bytes for the same data.
 * Both reject with DocumentFailed where a document can't be made, and with DocumentsBusy where too many wait.
 */
export interface Documents {
  receipt(data: ReceiptData): Promise<Uint8Array>
  invoice(data: InvoiceData): Promise<Uint8Array>
  /** Ends the typesetting processes, and returns when none is left. */
  close(): Promise<void>
}

/** What can be set other than it is by default. */
export type DocumentsOptions = Partial<PoolOptions> & { texts?: DocumentTexts }

/** Makes documents; no process is started before the first of them. */
export function createDocuments({ texts = ukrainian, ...options }: DocumentsOptions = {}): Documents {
  const pool = new Pool({
    program: new URL(import.meta.url.endsWith('.ts') ? 'typesetter.ts' : 'typesetter.js', import.meta.url),
    argument: path.join(projectFolder, 'documents'),
    processes: 1,
    documentsPerProcess: 2000,
    timeLimit: 10_000,
    waiting: 500,
    ...options,
  })
  return {
    receipt: async data =>
      pool.run({ template: 'receipt', content: printableJson(receiptContent(data, texts)) }),
    invoice: async data =>
      pool.run({ template: 'invoice', content: printableJson(invoiceContent(data, texts)) }),
    close: () => pool.close(),
  }
}
