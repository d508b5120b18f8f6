import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { awaitName, holdName } from './lock.ts'

test('a name has one holder at a time, and is free after its release', async () => {
  const name = randomUUID()
  const first = await holdName(name)
  expect(await holdName(name)).toBeNull()
  await first?.release()
  const second = await holdName(name)
  expect(second).not.toBeNull()
  await second?.release()
})

test('a name whose holder was killed is free', async () => {
  const name = randomUUID()
  const module = new URL('lock.ts', import.meta.url).href
  const script = `const { holdName } = await import('${module}'); await holdName('${name}'); console.log('held'); setInterval(() => {}, 1000)`
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise(resolve => holder.stdout.once('data', resolve))
  expect(await holdName(name)).toBeNull()
  const end = new Promise(resolve => holder.once('exit', resolve))
  holder.kill('SIGKILL')
  await end
  const held = await holdName(name)
  expect(held).not.toBeNull()
  await held?.release()
})

test('who waits for a name gets it when it is released, and not before', async () => {
  const name = randomUUID()
  const first = await holdName(name)
  await expect(awaitName(name, 0.1)).rejects.toThrow('still held')
  const waiting = awaitName(name, 5)
  await first?.release()
  await (await waiting).release()
})
