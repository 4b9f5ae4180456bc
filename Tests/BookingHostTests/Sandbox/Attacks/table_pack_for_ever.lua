-- expect: limit_work|limit_memory
-- And packed again.
return {
  access = "staff",
  check = function(draft, facts)
    while true do table.pack(table.unpack({}, 1, 4000)) end
  end,
}
