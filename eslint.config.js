import js from '@eslint/js'
import vueA11y from 'eslint-plugin-vuejs-accessibility'
import vue from 'eslint-plugin-vue'
import { createNodeResolver, importX } from 'eslint-plugin-import-x'
import tseslint from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'
import { importRules, owners, rooms, wallsAround, wallsOfTests } from './eslint.walls.js'

const SYNTAX = [
  { selector: 'TSEnumDeclaration', message: 'No enums: const X = {…} as const.' },
  { selector: 'ExportAllDeclaration', message: 'No barrels: name what you export, where it is made.' },
  {
    selector: 'ExportNamedDeclaration[source]',
    message: 'No barrels: import a thing from the file that makes it.',
  },
  {
    selector: 'AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]',
    message: 'No HTML from strings: build nodes or use text.',
  },
  { selector: 'Property[key.name=/^(inner|outer)HTML$/]', message: 'No HTML from strings.' },
  {
    selector:
      'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
    message: 'No HTML from strings.',
  },
  {
    selector: 'CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]',
    message: 'No HTML from strings.',
  },
]
const NO_DEFAULT_EXPORT = { selector: 'ExportDefaultDeclaration', message: 'No default exports.' }
const NO_CLOCK = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'The clock is an argument: new Date() is not allowed here.',
  },
  { selector: 'CallExpression[callee.name="Date"]', message: 'The clock is an argument.' },
]
const SQL = '^\\s*(SELECT|INSERT|UPDATE|DELETE|CREATE (TABLE|INDEX|UNIQUE|VIRTUAL)|PRAGMA|ALTER TABLE)\\b'
const NO_SQL = ['Literal[value=', 'TemplateElement[value.raw='].map((at) => ({
  selector: `${at}/${SQL}/]`,
  message: 'SQL only in sync-server/storage.',
}))
const MACHINE = ['console', 'process', 'fetch', 'crypto', 'performance', 'setTimeout', 'setInterval']

const TESTS = ['**/*.test.ts', '**/*.contract.ts', 'tests/**/*.ts']
const CONFIGS = ['*.config.{js,ts}', 'tests/**/*.config.ts', 'eslint.walls.js', 'scripts/**', '**/*.d.ts']

function syntaxOf(room) {
  return [
    ...SYNTAX,
    NO_DEFAULT_EXPORT,
    ...(room.startsWith('shared') ? NO_CLOCK : []),
    ...(room === 'sync-server/storage' ? [] : NO_SQL),
  ]
}

const roomBlocks = rooms.map((room) => ({
  files: [`${room.room}/**/*.{ts,vue}`],
  rules: importRules(wallsAround(room), syntaxOf(room.room)),
}))

/** Single files with a door of their own (such as sync-server/app.ts). */
const fileBlocks = owners
  .flatMap((owner) => owner.rooms)
  .filter((door) => door.endsWith('.ts'))
  .map((door) => {
    const room = rooms.findLast(({ room }) => door.startsWith(`${room}/`))
    return {
      files: [door],
      rules: importRules(wallsAround({ ...room, place: door }), syntaxOf(room.room)),
    }
  })

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'dist-earlier/',
      'data*/',
      'node_modules/',
      'test-results/',
      'tests/results/',
      'coverage/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.recommended,
  vue.configs['flat/recommended'],
  vueA11y.configs['flat/recommended'],
  {
    plugins: { 'import-x': importX },
    settings: {
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import-x/ignore': ['\\.vue$'],
      'import-x/extensions': ['.ts', '.vue'],
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.vue', '.js'] })],
    },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'max-lines': ['error', 300],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-undef': 'off',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
      ],
    },
  },
  {
    files: ['**/*.vue'],
    languageOptions: { parser: vueParser, parserOptions: { parser: tseslint.parser, sourceType: 'module' } },
    rules: {
      'max-lines': ['error', 200],
      'vue/no-v-html': 'error',
      'vue/no-restricted-v-bind': ['error', '/^(inner|outer)HTML$/i', '/^(inner|outer)-html$/i'],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-props-declaration': ['error', 'type-based'],
      'vue/define-emits-declaration': ['error', 'type-based'],
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
      // Layout belongs to prettier.
      'vue/html-indent': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      // A label in our UI wraps its control or names it by id; one of them is enough.
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
    },
  },
  { files: ['shared/**/*.ts', 'client/**/*.{ts,vue}'], rules: { 'no-console': 'error' } },
  {
    files: ['shared/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-globals': [
        'error',
        ...MACHINE.map((name) => ({
          name,
          message: 'shared is the same on every device: pass it in.',
        })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The clock is an argument.' },
        { object: 'Math', property: 'random', message: 'Chance is an argument.' },
        { object: 'globalThis', message: 'shared knows no machine.' },
        {
          property: 'localeCompare',
          message: 'Devices disagree about it: compare code units or pass an order in.',
        },
        { property: 'toLocaleString', message: 'Devices disagree about it.' },
      ],
    },
  },
  ...roomBlocks,
  ...fileBlocks,
  {
    files: ['sync-server/**/*.ts', 'shared/**/*.ts', 'client/**/*.ts', 'tests/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  { files: TESTS, rules: importRules(wallsOfTests, [...SYNTAX, NO_DEFAULT_EXPORT]) },
  { files: CONFIGS, rules: importRules([], SYNTAX) },
)
