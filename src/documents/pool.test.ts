import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { receipt } from '../../test/document-samples.ts'
import { createDocuments } from './documents.ts'
import { DocumentFailed, DocumentsBusy, Pool, type PoolOptions } from './pool.ts'

/** A pool whose typesetter is a stand-in: `onJob` runs in it, with `folder` (its own) and `answer(text)`. */
async function poolOf(onJob: string, options: Partial<PoolOptions> = {}) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'typesetter-'))
  const program = path.join(folder, 'stand-in.mjs')
  await writeFile(
    program,
    `import { writeFileSync, existsSync } from 'node:fs'
     const folder = process.argv[2]
     writeFileSync(folder + '/pid-' + process.pid, '')
     const answer = text => process.send({ pdf: Buffer.from(String(text)) })
     process.on('message', job => { ${onJob} })`,
  )
  const pool = new Pool({
    program: pathToFileURL(program),
    argument: folder,
    processes: 1,
    documentsPerProcess: 1000,
    timeLimit: 5000,
    waiting: 100,
    ...options,
  })
  const started = async () => {
    const names = await readdir(folder)
    return names.flatMap(name => (name.startsWith('pid-') ? [Number(name.slice('pid-'.length))] : []))
  }
  return {
    make: async (content = '') => Buffer.from(await pool.run({ template: 'receipt', content })).toString(),
    started,
    living: async () => (await started()).filter(alive),
    close: () => pool.close(),
    [Symbol.asyncDispose]: async () => {
      await pool.close()
      await rm(folder, { recursive: true })
    },
  }
}

const alive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('a document is made once more where its process died under it', async () => {
  await using pool = await poolOf(
    `if (existsSync(folder + '/died')) answer('made'); else { writeFileSync(folder + '/died', ''); process.kill(process.pid, 'SIGKILL') }`,
  )
  expect(await pool.make()).toBe('made')
  expect(await pool.started()).toHaveLength(2)
})

test('a document that kills every process is given up, and the next one is made', async () => {
  await using pool = await poolOf(`if (job.content === 'deadly') process.exit(3); else answer(job.content)`)
  const [deadly, next] = await Promise.allSettled([pool.make('deadly'), pool.make('next')])
  expect(deadly).toMatchObject({ reason: expect.any(DocumentFailed) })
  expect(next).toMatchObject({ value: 'next' })
})

test('a document has a time limit, and a process that hangs is ended', async () => {
  await using pool = await poolOf(`if (job.content === 'endless') for (;;); else answer(job.content)`, {
    timeLimit: 400,
  })
  await expect(pool.make('endless')).rejects.toThrow('took over 400 ms')
  await expect.poll(pool.living).toEqual([])
  expect(await pool.make('short')).toBe('short')
})

test('a fault of the content is told at once, and the process lives on', async () => {
  await using pool = await poolOf(
    `if (job.content === 'wrong') process.send({ fault: 'no such key' }); else answer(process.pid)`,
  )
  await expect(pool.make('wrong')).rejects.toThrow('no such key')
  await pool.make()
  expect(await pool.started()).toHaveLength(1)
})

test('a process is replaced after so many documents', async () => {
  await using pool = await poolOf('answer(process.pid)', { documentsPerProcess: 3 })
  const pids = await Promise.all(Array.from({ length: 9 }, () => pool.make()))
  expect(pids.map(pid => pids.indexOf(pid))).toEqual([0, 0, 0, 3, 3, 3, 6, 6, 6])
  await expect.poll(pool.living).toEqual([])
})

test('fifty documents at once are made by no more processes than allowed, and one too many is refused', async () => {
  await using pool = await poolOf('setTimeout(() => answer(job.content), 5)', { processes: 2, waiting: 48 })
  const all = Array.from({ length: 50 }, (_, index) => pool.make(String(index)))
  await expect(pool.make('one too many')).rejects.toThrow(DocumentsBusy)
  expect(await Promise.all(all)).toEqual(all.map((_, index) => String(index)))
  expect(await pool.started()).toHaveLength(2)
})

test('closing leaves no process and no document without an answer', async () => {
  await using pool = await poolOf(
    'writeFileSync(folder + "/begun", ""); setTimeout(() => answer(""), 60_000)',
  )
  const both = Promise.allSettled([pool.make(), pool.make()])
  await expect.poll(pool.started).toHaveLength(1)
  await pool.close()
  expect((await both).map(result => result.status)).toEqual(['rejected', 'rejected'])
  expect(await pool.living()).toEqual([])
  await expect(pool.make()).rejects.toThrow(DocumentsBusy)
})

test('a child sees nothing of the environment', async () => {
  await using pool = await poolOf(
    'answer(Object.keys(process.env).filter(name => name !== "NODE_CHANNEL_FD" && name !== "NODE_CHANNEL_SERIALIZATION_MODE"))',
  )
  expect(await pool.make()).toBe('')
})

test('real documents are made while processes are replaced under them', async () => {
  const documents = createDocuments({ documentsPerProcess: 12, processes: 2 })
  try {
    const all = await Promise.all(Array.from({ length: 50 }, () => documents.receipt(receipt)))
    expect(new Set(all.map(pdf => Buffer.from(pdf).toString('base64'))).size).toBe(1)
  } finally {
    await documents.close()
  }
})
