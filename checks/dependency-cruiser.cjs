/**
 * The import lines of the house, from the top down: entrances, middle rooms, ground. What is not allowed below is
 * forbidden; checks/imports.test.ts plants a forbidden import and sees it refused.
 */
const ground = '^src/(domain|db|web|ui|texts|config\\.ts|routes\\.ts|supplier\\.ts|secret\\.ts)'
const middle = '^src/(people|payments|outbox|billing|documents|gateways)/'
const entrances = '^src/(commands|cabinet|office|callbacks|demo|jobs)/|^src/(app|server|main)\\.ts'

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    forbid('no-circles', 'Two files that import each other are one file.', {}, { circular: true }),
    forbid(
      'ground-imports-ground',
      'The ground imports nothing from above.',
      { path: ground },
      { path: `${middle}|${entrances}` },
    ),
    forbid(
      'middle-imports-down',
      'A middle room imports no entrance.',
      { path: middle },
      { path: entrances },
    ),
    forbid(
      'domain-imports-nobody',
      'The supplier’s world is pure.',
      { path: '^src/domain/' },
      { path: '^src/', pathNot: '^src/domain/' },
    ),
    forbid(
      'domain-does-nothing',
      'Pure functions need no system and no library.',
      { path: '^src/domain/', pathNot: '\\.test\\.ts$' },
      { dependencyTypes: ['core', 'npm'] },
    ),
    forbid(
      'db-and-web-know-no-field',
      'db and web know no word of the field.',
      { path: '^src/(db|web)/' },
      { path: '^src/(domain|texts|ui|supplier\\.ts)' },
    ),
    forbid(
      'texts-are-words',
      'Words need nobody but the field’s types.',
      { path: '^src/texts/' },
      { path: '^src/', pathNot: '^src/(texts|domain)/' },
    ),
    forbid(
      'features-stand-alone',
      'Within the cabinet no feature imports another.',
      { path: '^src/cabinet/([^/]+)/' },
      { path: '^src/cabinet/([^/]+)/', pathNot: '^src/cabinet/$1/' },
    ),
    forbid(
      'entrances-stand-alone',
      'Entrances never import each other.',
      { path: '^src/(cabinet|office|callbacks|demo|jobs)/' },
      { path: entrances, pathNot: ['^src/$1/'] },
    ),
    forbid(
      'commands-start-things',
      'Commands start the server, the jobs and the demo supplier, no page.',
      { path: '^src/commands/' },
      { path: '^src/(cabinet|office|callbacks|app\\.ts)' },
    ),
    forbid(
      'tests-are-no-parts',
      'What is served imports nothing of the tests.',
      { path: '^src/', pathNot: '\\.test\\.tsx?$' },
      { path: '^(test|e2e|checks|faults|bench)/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '\\.test\\.tsx?$'] },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs'],
      conditionNames: ['import', 'node', 'types'],
      exportsFields: ['exports'],
    },
  },
}
