import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { NotFound } from './errors.ts'

export interface Asset {
  /** The name by which pages ask for it, such as `cabinet.css`. */
  name: string
  type: string
  body: string | Buffer
}

/** Where an asset stands: `/assets/cabinet.3f2a….css`. The name changes with the content, so browsers keep it for good. */
export type AssetPath = (name: string) => string

/** Serves small files from memory. */
export function serveAssets(app: FastifyInstance, prefix: string, assets: readonly Asset[]): AssetPath {
  const byFile = new Map<string, Asset>()
  const paths = new Map<string, string>()
  for (const asset of assets) {
    const hash = createHash('sha256').update(asset.body).digest('hex').slice(0, 16)
    const file = asset.name.replace(/(\.\w+)$/, `.${hash}$1`)
    byFile.set(file, asset)
    paths.set(asset.name, `${prefix}/${file}`)
  }
  app.get<{ Params: { file: string } }>(`${prefix}/:file`, async (request, reply) => {
    const asset = byFile.get(request.params.file)
    if (!asset) throw new NotFound('no such asset')
    return reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .type(asset.type)
      .send(asset.body)
  })
  return name => {
    const path = paths.get(name)
    if (path === undefined) throw new Error(`no asset is named ${name}`)
    return path
  }
}
