import { createServer } from 'node:http'
import { listen } from './load'

// Reads the answer from standard input, prints the port, sends the answer to everybody.

interface Answer {
  status: number
  headers: Record<string, string>
  body: string
}

let text = ''
for await (const chunk of process.stdin) text += String(chunk)
const answer = JSON.parse(text) as Answer
const body = Buffer.from(answer.body, 'base64')

const server = createServer((request, response) => {
  request.resume()
  response.writeHead(answer.status, answer.headers)
  response.end(body)
})
process.stdout.write(`${await listen(server)}\n`)
