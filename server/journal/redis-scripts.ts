import { RedisScript } from '../redis/script.ts';

/**
 * Compare and append. Head, stream and days change together or not at all. While somebody has the turn, it
 * is a lost race for all others; who has it may pass it on with what it appends, and then stands in line again.
 * What is said on the channel: who, how far the log goes now and went before, whose turn it is now if it was
 * passed on, and the rows, where they are few enough to be said. Answers whether the turn was passed on.
 *
 * Keys: head, log, days, turn, moved, waiting. Words: program, seq and hash the log must end with, the hash before
 * the first event, a turn's length, how many rows, whether they are said, whether the turn is passed on; then text
 * and hash of each row, and seq, name and hash before of each day that begins.
 */
export const APPEND = new RedisScript(`
local head = redis.call('HMGET', KEYS[1], 'seq', 'hash')
local seq, hash = head[1] or '0', head[2] or ARGV[4]
if seq ~= ARGV[2] or hash ~= ARGV[3] then return { 'lost', seq } end
local turn = redis.call('GET', KEYS[4])
if turn and turn ~= ARGV[1] then return { 'lost', seq } end
local rows, at = tonumber(ARGV[6]), 9
local next = turn and rows > 0 and ARGV[8] == '1' and redis.call('LPOP', KEYS[6])
if next then
  redis.call('SET', KEYS[4], next, 'PX', ARGV[5])
  redis.call('RPUSH', KEYS[6], ARGV[1])
  redis.call('PEXPIRE', KEYS[6], 10 * ARGV[5])
elseif turn then
  redis.call('PEXPIRE', KEYS[4], ARGV[5])
end
for row = 1, rows do
  redis.call('XADD', KEYS[2], string.format('%d-0', seq + row), 'text', ARGV[at], 'hash', ARGV[at + 1])
  at = at + 2
end
if rows > 0 then
  local last, link = string.format('%d', seq + rows), ARGV[at - 1]
  redis.call('HSET', KEYS[1], 'seq', last, 'hash', link)
  local said = table.concat({ 'rows', ARGV[1], last, link, seq, hash, next or '' }, '\\n')
  if ARGV[7] == '1' then said = said .. '\\n' .. table.concat(ARGV, '\\n', 9, at - 1) end
  redis.call('SPUBLISH', KEYS[5], said)
end
while at <= #ARGV do
  redis.call('HSET', KEYS[1], 'daySeq', ARGV[at])
  redis.call('ZADD', KEYS[3], ARGV[at], ARGV[at] .. ' ' .. ARGV[at + 1] .. ' ' .. ARGV[at + 2])
  at = at + 3
end
return { 'done', next and '1' or '0' }
`);

/**
 * Takes the turn if it is free, and waits in line for it if it is not; 'pass' gives it up first, to the next in
 * line, who is called; 'end' does only that, and leaves the line. Answers how far the log goes if the turn is this
 * program's now.
 *
 * Keys: head, turn, waiting, moved. Words: program, a turn's length, 'take', 'pass' or 'end'.
 */
export const TURN = new RedisScript(`
local seq = redis.call('HGET', KEYS[1], 'seq') or '0'
local turn = redis.call('GET', KEYS[2])
if turn == ARGV[1] and ARGV[3] ~= 'take' then
  turn = redis.call('LPOP', KEYS[3])
  if turn then
    redis.call('SET', KEYS[2], turn, 'PX', ARGV[2])
    redis.call('SPUBLISH', KEYS[4], table.concat({ 'turn', turn, seq }, '\\n'))
  else
    redis.call('DEL', KEYS[2])
  end
end
if ARGV[3] == 'end' then
  redis.call('LREM', KEYS[3], 0, ARGV[1])
  return false
end
if not turn or turn == ARGV[1] then
  redis.call('SET', KEYS[2], ARGV[1], 'PX', ARGV[2])
  redis.call('LREM', KEYS[3], 0, ARGV[1])
  return seq
end
if not redis.call('LPOS', KEYS[3], ARGV[1]) then redis.call('RPUSH', KEYS[3], ARGV[1]) end
redis.call('PEXPIRE', KEYS[3], 10 * ARGV[2])
return false
`);
