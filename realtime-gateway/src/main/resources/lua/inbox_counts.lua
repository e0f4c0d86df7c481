-- ARGV: user. Answers {unseen, unread}.
local unseen, unread = counts(ARGV[1])
return { unseen, unread }
