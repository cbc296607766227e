import { Hono } from 'hono'
import { Enrolments } from '#server/auth/enrolment.ts'
import { Guesses } from '#server/auth/guesses.ts'
import type { Chance } from '#server/auth/secrets.ts'
import type { ServerKey } from '#server/auth/server-key.ts'
import { Sessions } from '#server/auth/sessions.ts'
import { Slips } from '#server/auth/slips.ts'
import { SetUpDesk } from '#server/auth/set-up.ts'
import { AttachmentIntake } from '#server/admission/attachment-intake.ts'
import { announcementFileRoutes } from '#server/pages/announcement-files.ts'
import { announcementPageRoutes } from '#server/pages/announcement-page.ts'
import { boardPageRoutes } from '#server/pages/board-page.ts'
import { paperPageRoutes } from '#server/pages/paper-page.ts'
import { OpeningCounter } from '#server/pages/openings.ts'
import type { ServerEnv } from '#server/routes/answers.ts'
import { appFileRoutes } from '#server/routes/app-files.ts'
import type { BuiltFile } from '#server/routes/built-files.ts'
import { attachmentRoutes } from '#server/routes/attachments.ts'
import { deviceRoutes } from '#server/routes/devices.ts'
import { directoryRoutes } from '#server/routes/directory.ts'
import { enrolmentRoutes } from '#server/routes/enrolments.ts'
import { healthRoutes } from '#server/routes/health.ts'
import { HintBoard, type Rhythm } from '#server/routes/hint-board.ts'
import { hintRoutes } from '#server/routes/hints.ts'
import type { LogLine } from '#server/routes/log.ts'
import { openingRoutes } from '#server/routes/openings.ts'
import { register, type Route } from '#server/routes/registry.ts'
import { securityHeaders } from '#server/routes/security-headers.ts'
import { setUpRoutes } from '#server/routes/set-up.ts'
import { slipRoutes } from '#server/routes/slips.ts'
import { syncRoutes } from '#server/routes/sync.ts'
import type { ServerBook } from '#server/scopes/book.ts'
import type { Storage } from '#server/storage/storage.ts'

export type AppParts = {
  storage: Storage
  book: ServerBook
  serverKey: ServerKey
  verify: (publicKey: string, signature: Uint8Array, bytes: Uint8Array) => Promise<boolean>
  files: ReadonlyMap<string, BuiltFile>
  /** Base of every link, without a slash at its end; null while nobody knows it. */
  publicUrl: string | null
  clock: () => number
  chance: Chance
  log: (line: LogLine) => void
  /** Version of the app, as phones see it. */
  version: string
  /** How long a question for somebody else's step stays open, milliseconds. */
  patience?: number
  /** How often what is told on the hints' line, milliseconds; for tests. */
  rhythm?: Rhythm
}

export type App = {
  http: Hono<ServerEnv>
  routes: readonly Route[]
  enrolments: Enrolments
  setUp: SetUpDesk
  /** Ends what waits: hints and open questions. */
  stop: () => void
}

/** The whole server but for its adapters and its socket. */
export function createApp(parts: AppParts): App {
  const { storage, book, serverKey, verify, files, publicUrl, clock, chance, log, version } = parts
  const sessions = new Sessions({ storage, directory: () => book.directory(), clock, chance })
  const patience = parts.patience ?? 25_000
  const key = serverKey.publicKey
  const enrolments = new Enrolments({
    storage,
    book,
    sessions,
    verify,
    serverKey: key,
    clock,
    chance,
    patience,
  })
  const setUp = new SetUpDesk({ storage, book, enrolments, clock, chance })
  const slips = new Slips({ storage, book, enrolments, clock, chance })
  const guesses = new Guesses()
  const board = new HintBoard(book, parts.rhythm)
  const stopHints = board.start()

  const pages = { storage, publicUrl, clock }
  const openings = new OpeningCounter(clock, (change) => book.inPassing(change))

  const routes: Route[] = [
    ...syncRoutes(book),
    ...directoryRoutes(book),
    ...deviceRoutes({ storage, book, onRevoked: (device) => board.dismiss(device) }),
    ...enrolmentRoutes({ enrolments, guesses, clock }),
    ...slipRoutes({ slips, clock }),
    ...setUpRoutes(setUp, guesses, clock),
    ...attachmentRoutes({ storage, book, intake: new AttachmentIntake(storage, clock) }),
    ...healthRoutes(storage, version),
    ...hintRoutes(sessions, board, clock),
    ...openingRoutes({ storage, book, openings, clock }),
    ...announcementPageRoutes({ ...pages, openings }),
    ...announcementFileRoutes(pages),
    ...boardPageRoutes(pages),
    ...paperPageRoutes(pages),
    ...appFileRoutes(files),
  ]
  const http = new Hono<ServerEnv>()
  http.use(securityHeaders(publicUrl?.replace(/^http/, 'ws') ?? null))
  register(http, routes, {
    callerFrom: (authorization) => sessions.callerFrom(authorization),
    log,
    now: clock,
  })
  http.notFound((c) => c.json({ refusal: 'notFound' }, 404))
  const stop = () => {
    stopHints()
    enrolments.close()
    openings.stop()
  }
  return { http, routes, enrolments, setUp, stop }
}
