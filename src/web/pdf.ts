import type { FastifyReply } from 'fastify'

/** Sends a PDF that the browser shows, and saves under a name in any alphabet (RFC 6266, RFC 8187). */
export function sendPdf(reply: FastifyReply, pdf: Uint8Array, fileName: string): FastifyReply {
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename*=UTF-8''${encoded}`)
    .send(Buffer.from(pdf))
}
