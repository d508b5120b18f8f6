/** What a typesetter is asked for: a file of `documents/` without its ending, and its content as JSON. */
export interface Job {
  template: 'receipt' | 'invoice'
  content: string
}

/** What it answers: the PDF, or why there is none. */
export type Answer = { pdf: Uint8Array } | { fault: string }
