-- Who is here: the records of people in one shard. ARGV: verb, grace in ms, then by verb
--   hold user holder (session away device)...   the sessions of this holder are exactly these; what ended a grace ago counts no more
--   choose user choice                          how she wants to appear
--   reap holder count                           the holder is dead: what it held is over
--   states user...                              only reads: shown, ms of last seen, for each
--   see user pod viewer...                      only reads, but registers the pod ('' none) for changes
-- The first three answer {ms until something ended counts no more or 0, whether more is to be reaped, change...}, a change
-- being {user, groups, pods to be told}. Exactly one call answers a given change, however many pods look.
-- 'see' answers {shown, ms of last seen, groups, whether she and the viewer have a pending invitation...}.
-- A record: s:<holder>|<session> -> <ms when it ended or 0>|<1 where away>|<device>, choice, left -> ms of last seen,
-- shown -> <state to others>|<devices>|<state to herself>|<devices>
local verb, grace = ARGV[1], tonumber(ARGV[2])
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local RECORD_DAYS = 90
local NOBODY = 'OFFLINE|0|OFFLINE|0'
local wait, more, changes = 0, 0, { }

local function members(user)
  local groups, all = { }, redis.call('HGETALL', key('g', user))
  for i = 1, #all, 2 do
    if string.sub(all[i + 1], -1) ~= ':' then groups[#groups + 1] = all[i] end
  end
  return groups
end

local function appearance(choice, devices, active)
  if devices == 0 then return NOBODY end
  local own = choice
  if choice == 'ONLINE' and not active then own = 'AWAY' end
  local count = number(devices)
  return (own == 'INVISIBLE' and 'OFFLINE|0' or own .. '|' .. count) .. '|' .. own .. '|' .. count
end

-- Drops the sessions that are over, and finds out whether she appears otherwise than before.
-- 'dead' is a holder whose sessions are over, whenever they began.
local function settle(user, holder, dead)
  local name = key('a', user)
  local all = redis.call('HGETALL', name)
  local known = { choice = 'ONLINE', shown = NOBODY }
  local devices, count, active, last, held = { }, 0, false, 0, false
  for i = 1, #all, 2 do
    local owner = string.match(all[i], '^s:(.*)|')
    if not owner then
      known[all[i]] = all[i + 1]
    else
      local ended, away, device = string.match(all[i + 1], '^(%d+)|(%d)|(.*)$')
      ended = tonumber(ended)
      if (ended == 0 and owner == dead) or (ended > 0 and ended + grace <= now) then
        redis.call('HDEL', name, all[i])
        last = math.max(last, ended > 0 and ended or now)
      else
        if ended > 0 then
          local left = ended + grace - now
          wait = wait == 0 and left or math.min(wait, left)
        end
        if not devices[device] then devices[device], count = true, count + 1 end
        active = active or away == '0'
        held = held or owner == holder
      end
    end
  end
  if not held then redis.call('SREM', key('t', holder), user) end
  if count == 0 and redis.call('EXISTS', key('e', user)) == 1 then redis.call('DEL', name) end
  local shown = appearance(known.choice, count, active)
  if shown == known.shown then return end
  if string.sub(shown, 1, 7) == 'OFFLINE' and string.sub(known.shown, 1, 7) ~= 'OFFLINE' then
    redis.call('HSET', name, 'left', number(last > 0 and last or now))
  end
  redis.call('HSET', name, 'shown', shown)
  redis.call('EXPIRE', name, RECORD_DAYS * 86400)
  changes[#changes + 1] = { user, members(user), redis.call('SMEMBERS', key('y', user)) }
end

local function endSession(name, field, value)
  if string.sub(value, 1, 2) == '0|' then redis.call('HSET', name, field, number(now) .. string.sub(value, 2)) end
end

local function hold(user, holder)
  local name, current, back = key('a', user), { }, { }
  for i = 5, #ARGV, 3 do
    current['s:' .. holder .. '|' .. ARGV[i]] = '0|' .. ARGV[i + 1] .. '|' .. ARGV[i + 2]
    back[ARGV[i + 2]] = true
  end
  local all = redis.call('HGETALL', name)
  for i = 1, #all, 2 do
    local owner = string.match(all[i], '^s:(.*)|')
    if owner then
      local ended, device = string.match(all[i + 1], '^(%d+)|%d|(.*)$')
      if current[all[i]] == all[i + 1] then
        current[all[i]] = nil
      elseif ended ~= '0' and back[device] then
        redis.call('HDEL', name, all[i])
      elseif owner == holder and not current[all[i]] then
        endSession(name, all[i], all[i + 1])
      end
    end
  end
  if next(current) then redis.call('EXPIRE', name, RECORD_DAYS * 86400) end
  for field, value in pairs(current) do redis.call('HSET', name, field, value) end
  if #ARGV > 4 then redis.call('SADD', key('t', holder), user) end
  settle(user, holder)
end

local function reap(holder, count)
  local people = redis.call('SRANDMEMBER', key('t', holder), count)
  for _, user in ipairs(people) do settle(user, holder, holder) end
  if #people == tonumber(count) then more = 1 end
end

-- Shown, and when she was last seen: now, while she is here.
local function state(user)
  local record = redis.call('HMGET', key('a', user), 'shown', 'left')
  local shown = record[1] or NOBODY
  return shown, string.sub(shown, 1, 7) == 'OFFLINE' and (record[2] or '') or number(now)
end

if verb == 'states' then
  local answer = { }
  for i = 3, #ARGV do answer[#answer + 1], answer[#answer + 2] = state(ARGV[i]) end
  return answer
elseif verb == 'see' then
  local user = ARGV[3]
  if ARGV[4] ~= '' then register(key('y', user), ARGV[4]) end
  local shown, seen = state(user)
  local answer = { shown, seen, members(user) }
  for i = 5, #ARGV do
    local pending = 0
    for expiry in string.gmatch(redis.call('HGET', key('v', user), ARGV[i]) or '', '=(%d+);') do
      if tonumber(expiry) > now then pending = 1 end
    end
    answer[#answer + 1] = pending
  end
  return answer
elseif verb == 'hold' then hold(ARGV[3], ARGV[4])
elseif verb == 'choose' then
  redis.call('HSET', key('a', ARGV[3]), 'choice', ARGV[4])
  redis.call('EXPIRE', key('a', ARGV[3]), RECORD_DAYS * 86400)
  settle(ARGV[3], '')
elseif verb == 'reap' then reap(ARGV[3], ARGV[4])
end
return { wait, more, unpack(changes) }
