/** What the engineer meets at the start and the stop of the portal, as processes of the built program. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { freePort, runKabinet, spawnKabinet, startPortal } from '../test/portal.ts'

function dataFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'kabinet-start-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The command lines of all processes that name this folder. */
function processesOf(folder: string): string[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(pid => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      } catch {
        return '' // it has just ended
      }
    })
    .filter(line => line.includes(folder))
}

const oneLine = /^[^\n]+\n$/

test('a taken port is one clear line, and nothing is left running', async () => {
  const port = await freePort()
  const other = createServer().listen(port, '127.0.0.1')
  const folder = dataFolder()
  const { code, stderr } = await runKabinet(['serve'], {
    KABINET_PORT: String(port),
    KABINET_DATA_DIR: folder,
  })
  other.close()
  expect(code).toBe(1)
  expect(stderr).toMatch(oneLine)
  expect(stderr).toContain(`Port ${port} is taken`)
  expect(processesOf(folder)).toEqual([])
})

test('a second start is one clear line, commands share the database, and a graceful stop leaves no process', async () => {
  const folder = dataFolder()
  const port = String(await freePort())
  const portal = await startPortal({ KABINET_DATA_DIR: folder, KABINET_PORT: port })
  const second = await runKabinet(['serve'], {
    KABINET_DATA_DIR: folder,
    KABINET_PORT: String(await freePort()),
  })
  expect(second.code).toBe(1)
  expect(second.stderr).toMatch(oneLine)
  expect(second.stderr).toContain('already serves')

  const whileServing = await runKabinet(['migrate'], { KABINET_DATA_DIR: folder })
  expect(whileServing).toMatchObject({ code: 0, stderr: '' })
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)

  expect(processesOf(folder).length).toBeGreaterThan(0)
  portal.process.kill('SIGINT') // npm passes a Ctrl-C on that has reached us already
  expect(await portal.stop()).toBe(0)
  expect(processesOf(folder)).toEqual([])

  const afterwards = await runKabinet(['migrate'], { KABINET_DATA_DIR: folder })
  expect(afterwards).toMatchObject({ code: 0, stderr: '' })
  expect(processesOf(folder)).toEqual([])
})

test('the demo supplier is whole after the first start, and is not loaded again at the next', async () => {
  const folder = dataFolder()
  const settings = { KABINET_DATA_DIR: folder, KABINET_PORT: String(await freePort()) }
  const first = await startPortal(settings)
  expect(first.output()).toContain('2,000 accounts × 36 months')
  const samples = await (await fetch(`${first.url}/demo/accounts.json`)).json()
  expect(samples).toHaveLength(40)
  await first.stop()
  const again = await startPortal(settings)
  expect(again.output()).not.toContain('36 months')
  expect(await (await fetch(`${again.url}/demo/accounts.json`)).json()).toEqual(samples)
  await again.stop()
})

test('a data folder of another PostgreSQL major is one clear line that names both', async () => {
  const folder = dataFolder()
  mkdirSync(path.join(folder, 'postgres', 'cluster'), { recursive: true })
  writeFileSync(path.join(folder, 'postgres', 'cluster', 'PG_VERSION'), '14\n')
  const { code, stderr } = await runKabinet(['serve'], {
    KABINET_DATA_DIR: folder,
    KABINET_PORT: String(await freePort()),
  })
  expect(code).toBe(1)
  expect(stderr).toMatch(oneLine)
  expect(stderr).toMatch(/14/)
  expect(stderr).toMatch(/18/)
})

test('a wrong setting, a wrong option and an unknown command are told in one line each', async () => {
  const setting = await runKabinet(['serve'], { KABINET_PORT: 'x' })
  expect(setting).toMatchObject({ code: 1, stdout: '' })
  expect(setting.stderr).toMatch(/^KABINET_PORT is not a whole number; an example: KABINET_PORT=8080\n$/)
  const option = await runKabinet(['serve', '--nonsense'], {})
  expect(option.code).toBe(2)
  expect(option.stderr).toMatch(oneLine)
  const command = await runKabinet(['nonsense'], {})
  expect(command.code).toBe(2)
  expect(command.stderr).toMatch(oneLine)
})

test('a load of the demo supplier that was killed half-way is finished at the next start', async () => {
  const folder = dataFolder()
  const settings = { KABINET_DATA_DIR: folder, KABINET_PORT: String(await freePort()) }
  const first = spawnKabinet(['serve'], settings)
  const loading = new Promise(resolve =>
    first.stdout?.on('data', text => /36 months/.test(text) && resolve(0)),
  )
  await loading
  await new Promise(resolve => setTimeout(resolve, 1800))
  first.kill('SIGKILL')
  await new Promise(resolve => first.once('exit', resolve))
  const again = await startPortal(settings)
  expect(await (await fetch(`${again.url}/demo/accounts.json`)).json()).toHaveLength(40)
  expect(await again.stop()).toBe(0)
  expect(processesOf(folder)).toEqual([])
})

test('an import that is stopped in the middle changes nothing and leaves no process', async () => {
  const folder = dataFolder()
  const settings = { KABINET_DATA_DIR: folder }
  expect((await runKabinet(['migrate'], settings)).code).toBe(0)
  const files = path.join(folder, 'files')
  await runKabinet(['demo', '--accounts', '4000', '--months', '36', '--out', files], {})
  const importing = spawnKabinet(['import', `${files}/accounts.csv`, `${files}/charges.csv`], settings)
  let told = ''
  importing.stderr?.on('data', text => {
    told += text
  })
  await new Promise(resolve => setTimeout(resolve, 2500))
  importing.kill('SIGINT')
  expect(await new Promise(resolve => importing.once('exit', resolve))).toBe(1)
  expect(told).toMatch(/^Stopped: what was under way has changed nothing\n$/)
  expect(processesOf(folder)).toEqual([])
})

test('a request that never comes whole does not hold up a stop', async () => {
  const folder = dataFolder()
  const port = await freePort()
  const portal = await startPortal({ KABINET_DATA_DIR: folder, KABINET_PORT: String(port) })
  const half = connect(port, '127.0.0.1')
  half.write(
    'POST /auth/login HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\nContent-Length: 100\r\n\r\nphone=1',
  )
  await new Promise(resolve => setTimeout(resolve, 300))
  expect(await portal.stop()).toBe(0)
  half.destroy()
  expect(processesOf(folder)).toEqual([])
})
