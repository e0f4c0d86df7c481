-- Applies what the Kafka records of one partition mean for this shard, each record once.
-- ARGV: mark, expected offset (-1: not known), epoch for new streams, then operations:
--   offset A stream eventId name time payload notify leaver
--   offset G group seq              the rest of this record is skipped where the group already has seq
--   offset S group user role seq    the seat changes (role '' takes it away)
--   offset B group user role seq    the seat as the compacted topic tells it, to rebuild from nothing
--   offset I user group role seq    the person's own list of groups
-- Answers {'OK', watermark, wake-up...} or {'LOST', watermark}: a tail was lost, nothing was applied.
-- A wake-up is {'E', operation, seq, hash, epoch, pod...}, {'J', user, group, pod...} or {'L', user, group, pod...}.
local mark, expected, fresh = ARGV[1], tonumber(ARGV[2]), ARGV[3]
local current = tonumber(redis.call('HGET', marks, mark) or '-1')
if current < expected then return { 'LOST', number(current) } end

local sizes = { A = 9, G = 4, S = 6, B = 6, I = 6 }
local wakeups, last, skipped = { }, current, -1

local function wake(list, stream)
  for _, pod in ipairs(pods(stream)) do list[#list + 1] = pod end
  if #list > (list[1] == 'E' and 5 or 3) then wakeups[#wakeups + 1] = list end
end

local function newest(group)
  return tonumber(redis.call('HGET', key('c', group), '') or '-1')
end

local function sit(group, user, role, seq)
  local _, since = top('g:' .. group)
  redis.call('HSET', key('c', group), user, seq .. ':' .. number(since) .. ':' .. role)
end

local function rebuild(group, user, role, seq)
  local known = newest(group)
  local held = redis.call('HGET', key('c', group), user)
  if known >= 0 and tonumber(seq) > known then return end
  if held and tonumber(string.match(held, '^%d+')) >= tonumber(seq) then return end
  sit(group, user, role, seq)
end

local function index(user, group, role, seq)
  local groups = key('g', user)
  local held = redis.call('HGET', groups, group)
  -- The same seq comes twice, from both topics: whichever is second wakes again, when she surely has her seat.
  if held and tonumber(string.match(held, '^%d+')) > tonumber(seq) then return end
  redis.call('HSET', groups, group, seq .. ':' .. role)
  wake({ role == '' and 'L' or 'J', user, group }, 'u:' .. user)
end

local i, operation = 4, 0
while i <= #ARGV do
  local offset, kind = tonumber(ARGV[i]), ARGV[i + 1]
  if offset > current and offset ~= skipped then
    local a, b, c, d = ARGV[i + 2], ARGV[i + 3], ARGV[i + 4], ARGV[i + 5]
    if kind == 'A' then
      local seq, hash, epoch = append(a, fresh, b, c, d, ARGV[i + 6], ARGV[i + 7], ARGV[i + 8])
      wake({ 'E', number(operation), seq, hash, epoch }, a)
    elseif kind == 'G' then
      if newest(a) >= tonumber(b) then skipped = offset else redis.call('HSET', key('c', a), '', b) end
    elseif kind == 'S' then sit(a, b, c, d)
    elseif kind == 'B' then rebuild(a, b, c, d)
    elseif kind == 'I' then index(a, b, c, d)
    end
    last = offset
  end
  i, operation = i + sizes[kind], operation + 1
end
last = math.max(last, skipped)
if last > current then redis.call('HSET', marks, mark, number(last)) end
return { 'OK', number(last), unpack(wakeups) }
