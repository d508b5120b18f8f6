/**
 * A child process that typesets: takes a template's name and its content, answers with the PDF. It runs apart because
 * Typst's cache grows slowly whatever is done (docs/decisions/0003), and because a fault in native code ends a process.
 * The template is a constant file and the content is data: no Typst source is ever made of what people write.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Answer, Job } from './job.ts'

const templates = process.argv[2] ?? 'documents'
const documentsPerEviction = 10

const { resolve } = createRequire(import.meta.url)
const font = (file: string) => readFileSync(resolve(`@expo-google-fonts/pt-sans/${file}`))
const compiler = NodeCompiler.create({
  workspace: templates,
  fontArgs: [{ fontBlobs: [font('400Regular/PTSans_400Regular.ttf'), font('700Bold/PTSans_700Bold.ttf')] }],
})
let made = 0

function typeset({ template, content }: Job): Uint8Array {
  made += 1
  if (made % documentsPerEviction === 0) compiler.evictCache(0)
  const result = compiler.compile({
    mainFilePath: path.join(templates, `${template}.typ`),
    inputs: { d: content },
  })
  if (result.result === null) throw new Error(JSON.stringify(result.takeError()?.shortDiagnostics))
  return compiler.pdf(result.result, { pdfStandard: 'ua-1' })
}

function answer(job: Job): Answer {
  try {
    return { pdf: typeset(job) }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}

process.on('message', (job: Job) => process.send?.(answer(job)))
// Ctrl+C reaches the whole group: the parent finishes what it has begun, then ends this one itself.
process.on('SIGINT', () => {})
process.on('disconnect', () => process.exit(0))
