import { precacheTheApp } from './precache.ts'
import { answerNavigations } from './navigations.ts'
import { keepParts } from './parts.ts'
import { takeOverWhenAsked } from './take-over.ts'

// Files of the app and nothing else: what the server answers is kept by the book, never by the worker.
precacheTheApp()
answerNavigations()
keepParts()
takeOverWhenAsked()
