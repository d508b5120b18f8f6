/**
 * A name that one process of this machine can hold at a time, and that is free again the moment its holder is gone,
 * however it went: the kernel takes it back. On Linux an abstract socket, on Windows a pipe, elsewhere a socket file.
 */
import { createHash } from 'node:crypto'
import { unlinkSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'

export interface HeldName {
  release(): Promise<void>
}

/** Holds the name, or gives null where another holds it (in this process too). The hold does not keep Node alive. */
export async function holdName(name: string): Promise<HeldName | null> {
  const address = addressOf(name)
  const held = await listen(address)
  if (held !== null || !isFile(address) || (await answers(address))) return held
  // The file of a holder that was killed: nobody answers there.
  unlinkSync(address)
  return listen(address)
}

/** Waits until the name is free and holds it. Throws where that takes longer than the seconds given. */
export async function awaitName(name: string, seconds: number): Promise<HeldName> {
  const end = performance.now() + seconds * 1000
  for (;;) {
    const held = await holdName(name)
    if (held !== null) return held
    if (performance.now() > end) throw new Error(`${name} was still held after ${seconds} seconds`)
    await new Promise(resolve => setTimeout(resolve, 30))
  }
}

function addressOf(name: string): string {
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 32)
  if (process.platform === 'linux') return `\0kabinet-${hash}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\kabinet-${hash}`
  return path.join(os.tmpdir(), `kabinet-${hash}`)
}

function isFile(address: string): boolean {
  return path.isAbsolute(address) && process.platform !== 'win32'
}

function listen(address: string): Promise<HeldName | null> {
  const server = net.createServer(socket => socket.destroy())
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null)
      else reject(error)
    })
    server.listen({ path: address, exclusive: true }, () => {
      server.unref()
      resolve({ release: () => new Promise(done => server.close(() => done())) })
    })
  })
}

function answers(address: string): Promise<boolean> {
  const socket = net.connect(address)
  const answered = new Promise<boolean>(resolve => {
    socket.once('connect', () => resolve(true))
    socket.once('error', () => resolve(false))
  })
  return answered.finally(() => socket.destroy())
}
