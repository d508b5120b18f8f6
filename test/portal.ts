/** The whole portal as a process of its own: `kabinet serve --with-worker`, the way `npm start` runs it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

export interface Portal {
  url: string
  process: ChildProcess
  /** What it has printed so far. */
  output(): string
  /** Asks it to stop; gives its exit code. */
  stop(): Promise<number | null>
}

const root = fileURLToPath(new URL('..', import.meta.url))

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** Starts the portal with these settings, and waits until it says that it is up (60 s at most). */
export async function startPortal(environment: Record<string, string>): Promise<Portal> {
  const child = spawnKabinet(['serve', '--with-worker'], environment)
  let output = ''
  const up = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not up within 60 s:\n${output}`)), 60_000)
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      if (!output.includes('Kabinet is up')) return
      clearTimeout(timer)
      resolve()
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', code => reject(new Error(`ended with ${code}:\n${output}`)))
  })
  await up
  return {
    url: `http://localhost:${environment.KABINET_PORT ?? 8080}`,
    process: child,
    output: () => output,
    stop: () => ended(child, () => child.kill('SIGTERM')),
  }
}

/** Starts a command of the built program. */
export function spawnKabinet(args: string[], environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['bin/kabinet', ...args], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: 'pipe',
  })
}

/** Runs a command of the built program to its end. */
export async function runKabinet(args: string[], environment: Record<string, string>) {
  const child = spawnKabinet(args, environment)
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', chunk => {
    stdout += chunk
  })
  child.stderr?.on('data', chunk => {
    stderr += chunk
  })
  const code = await ended(child, () => undefined)
  return { code, stdout, stderr }
}

function ended(child: ChildProcess, act: () => unknown): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode)
  const over = new Promise<number | null>(resolve => child.once('exit', resolve))
  act()
  return over
}
