// Written by scripts/embed-mail.sh from rules/mail. Edit the templates there.
extension ShippedMail {
  /// Text by file name.
  static let texts: [String: String] = [
    "_details.html.mustache": #"""
    <table role="presentation" cellspacing="0" cellpadding="0" border="0" style="margin:0 0 20px 0;font-size:17px;line-height:1.5">
    <tr><td dir="auto" style="padding:0 0 2px 0;font-size:20px;font-weight:bold">{{date}}, {{time}}</td></tr>
    <tr><td dir="auto" style="padding:0 0 2px 0">Table for {{party}}{{#seating}} ({{seating}}){{/seating}}</td></tr>
    <tr><td dir="auto" style="padding:0 0 2px 0">In the name of {{name}}</td></tr>
    <tr><td style="padding:0 0 2px 0">Reference <b>{{reference}}</b></td></tr>
    {{#answers}}
    <tr><td dir="auto" style="padding:0 0 2px 0">{{label}}: {{value}}</td></tr>
    {{/answers}}
    </table>

    """#,
    "_details.txt.mustache": #"""
      {{date}}
      {{time}}
      Table for {{party}}{{#seating}} ({{seating}}){{/seating}}
      In the name of {{name}}
      Reference {{reference}}
    {{#answers}}
      {{label}}: {{value}}
    {{/answers}}

    """#,
    "_footer.html.mustache": #"""
    </td></tr>
    <tr><td dir="auto" style="padding:16px 0 0 0;border-top:1px solid #888888;font-size:14px">
    {{restaurant.name}}
    {{#restaurant.address}}
    <br>{{restaurant.address}}
    {{/restaurant.address}}
    {{#restaurant.phone}}
    <br>{{restaurant.phone}}
    {{/restaurant.phone}}
    {{#restaurant.email}}
    <br><a href="mailto:{{restaurant.email}}" style="color:inherit">{{restaurant.email}}</a>
    {{/restaurant.email}}
    </td></tr>
    </table>
    </td></tr>
    </table>
    </body>
    </html>

    """#,
    "_footer.txt.mustache": #"""
    {{restaurant.name}}
    {{#restaurant.address}}
    {{restaurant.address}}
    {{/restaurant.address}}
    {{#restaurant.phone}}
    {{restaurant.phone}}
    {{/restaurant.phone}}
    {{#restaurant.email}}
    {{restaurant.email}}
    {{/restaurant.email}}

    """#,
    "_plans.html.mustache": #"""
    {{#manageUrl}}
    <p style="margin:0 0 12px 0">Should your plans change, you can see, change or cancel your booking:</p>
    <table role="presentation" cellspacing="0" cellpadding="0" border="0" style="margin:0 0 20px 0">
    <tr><td style="padding:10px 18px;border:1px solid #888888;border-radius:4px">
    <a href="{{manageUrl}}" style="color:inherit;text-decoration:none;font-size:16px">Manage your booking</a>
    </td></tr>
    </table>
    {{/manageUrl}}
    {{^manageUrl}}
    {{#restaurant.phone}}
    <p style="margin:0 0 16px 0">Should your plans change, please ring us on {{restaurant.phone}}.</p>
    {{/restaurant.phone}}
    {{/manageUrl}}

    """#,
    "_plans.txt.mustache": #"""
    {{#manageUrl}}
    Should your plans change, you can see, change or cancel your booking here:
    {{manageUrl}}

    {{/manageUrl}}
    {{^manageUrl}}
    {{#restaurant.phone}}
    Should your plans change, please ring us on {{restaurant.phone}}.

    {{/restaurant.phone}}
    {{/manageUrl}}

    """#,
    "_top.html.mustache": #"""
    <!doctype html>
    <html lang="{{language}}">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="supported-color-schemes" content="light dark">
    <title>{{restaurant.name}}</title>
    </head>
    {{! No colours but one grey: mail programs choose light or dark, and this reads well in both. }}
    <body style="margin:0;padding:0">
    <table role="presentation" width="100%" cellspacing="0" cellpadding="0" border="0">
    <tr><td align="center" style="padding:24px 16px">
    <table role="presentation" width="100%" cellspacing="0" cellpadding="0" border="0"
      style="max-width:560px;font-family:Georgia,'Times New Roman',serif;font-size:17px;line-height:1.5;text-align:left">
    <tr><td dir="auto" style="padding:0 0 16px 0;border-bottom:1px solid #888888;font-size:24px">{{restaurant.name}}</td></tr>
    <tr><td style="padding:20px 0 8px 0">
    <p style="margin:0 0 16px 0" dir="auto">Dear {{name}},</p>

    """#,
    "calendar.txt.mustache": #"""
    Subject: {{restaurant.name}}, table for {{party}}

    Reference {{reference}}, in the name of {{name}}
    {{#seating}}
    Seating: {{seating}}
    {{/seating}}
    {{#restaurant.phone}}
    Telephone: {{restaurant.phone}}
    {{/restaurant.phone}}
    {{#manageUrl}}
    See, change or cancel: {{manageUrl}}
    {{/manageUrl}}

    """#,
    "cancelled.html.mustache": #"""
    {{> top}}
    <p style="margin:0 0 16px 0">Your booking has been cancelled, and there is nothing more to do:</p>
    {{> details}}
    <p style="margin:0 0 16px 0">We are sorry not to see you this time, and hope to welcome you soon.</p>
    {{> footer}}

    """#,
    "cancelled.txt.mustache": #"""
    Subject: Your booking at {{restaurant.name}} on {{date}} is cancelled

    Dear {{name}},

    Your booking has been cancelled, and there is nothing more to do:

    {{> details}}

    We are sorry not to see you this time, and hope to welcome you soon.

    {{> footer}}

    """#,
    "changed.html.mustache": #"""
    {{> top}}
    <p style="margin:0 0 16px 0">Your booking has been changed. This is how it now stands:</p>
    {{> details}}
    {{#isPending}}
    <p style="margin:0 0 16px 0">We have yet to confirm it, and will write to you again soon.</p>
    {{/isPending}}
    {{#isConfirmed}}
    <p style="margin:0 0 16px 0">The attached file brings your calendar up to date.</p>
    {{/isConfirmed}}
    {{> plans}}
    <p style="margin:0 0 16px 0">We look forward to welcoming you.</p>
    {{> footer}}

    """#,
    "changed.txt.mustache": #"""
    Subject: Your booking at {{restaurant.name}} has changed: {{date}}, {{time}}

    Dear {{name}},

    Your booking has been changed. This is how it now stands:

    {{> details}}

    {{#isPending}}
    We have yet to confirm it, and will write to you again soon.

    {{/isPending}}
    {{#isConfirmed}}
    The attached file brings your calendar up to date.

    {{/isConfirmed}}
    {{> plans}}
    We look forward to welcoming you.

    {{> footer}}

    """#,
    "confirmation.html.mustache": #"""
    {{> top}}
    <p style="margin:0 0 16px 0">Thank you for booking with us. Your table is reserved:</p>
    {{> details}}
    <p style="margin:0 0 16px 0">The attached file puts it into your calendar.</p>
    {{> plans}}
    <p style="margin:0 0 16px 0">We look forward to welcoming you.</p>
    {{> footer}}

    """#,
    "confirmation.txt.mustache": #"""
    Subject: Your table at {{restaurant.name}}: {{date}}, {{time}}

    Dear {{name}},

    Thank you for booking with us. Your table is reserved:

    {{> details}}

    The attached file puts it into your calendar.

    {{> plans}}
    We look forward to welcoming you.

    {{> footer}}

    """#,
    "reminder.html.mustache": #"""
    {{> top}}
    <p style="margin:0 0 16px 0">We look forward to seeing you {{#isToday}}today{{/isToday}}{{#isTomorrow}}tomorrow{{/isTomorrow}}{{^isToday}}{{^isTomorrow}}soon{{/isTomorrow}}{{/isToday}}:</p>
    {{> details}}
    {{> plans}}
    {{> footer}}

    """#,
    "reminder.txt.mustache": #"""
    Subject: See you {{#isToday}}today{{/isToday}}{{#isTomorrow}}tomorrow{{/isTomorrow}}{{^isToday}}{{^isTomorrow}}soon{{/isTomorrow}}{{/isToday}} at {{restaurant.name}}: {{time}}

    Dear {{name}},

    We look forward to seeing you {{#isToday}}today{{/isToday}}{{#isTomorrow}}tomorrow{{/isTomorrow}}{{^isToday}}{{^isTomorrow}}soon{{/isTomorrow}}{{/isToday}}:

    {{> details}}

    {{> plans}}
    Until then,

    {{> footer}}

    """#,
    "requested.html.mustache": #"""
    {{> top}}
    <p style="margin:0 0 16px 0">Thank you for asking for a table with us. This is what we have noted:</p>
    {{> details}}
    <p style="margin:0 0 16px 0">It is not confirmed yet. We will look at it and write to you again soon.</p>
    {{> plans}}
    {{> footer}}

    """#,
    "requested.txt.mustache": #"""
    Subject: We have your request: {{restaurant.name}}, {{date}}, {{time}}

    Dear {{name}},

    Thank you for asking for a table with us. This is what we have noted:

    {{> details}}

    It is not confirmed yet. We will look at it and write to you again soon.

    {{> plans}}
    Until then,

    {{> footer}}

    """#,
    "review.html.mustache": #"""
    {{> top}}
    <p style="margin:0 0 16px 0">Thank you for being our guest on {{date}}. We hope you had a lovely time.</p>
    {{#restaurant.email}}
    <p style="margin:0 0 16px 0">How was it? We read every word: <a href="mailto:{{restaurant.email}}" style="color:inherit">{{restaurant.email}}</a></p>
    {{/restaurant.email}}
    <p style="margin:0 0 16px 0">We hope to see you again.</p>
    {{> footer}}

    """#,
    "review.txt.mustache": #"""
    Subject: Thank you for your visit to {{restaurant.name}}

    Dear {{name}},

    Thank you for being our guest on {{date}}.
    We hope you had a lovely time.

    {{#restaurant.email}}
    How was it? We read every word: {{restaurant.email}}

    {{/restaurant.email}}
    We hope to see you again.

    {{> footer}}

    """#,
    "table_ready.html.mustache": #"""
    {{> top}}
    <p style="margin:0 0 16px 0">Your table for {{party}} is ready. Please come to the front desk: we keep it for you until {{endTime}}.</p>
    <p style="margin:0 0 16px 0">You are {{reference}} on our list.</p>
    {{#restaurant.phone}}
    <p style="margin:0 0 16px 0">If you cannot come after all, please tell us: {{restaurant.phone}}</p>
    {{/restaurant.phone}}
    {{> footer}}

    """#,
    "table_ready.txt.mustache": #"""
    Subject: Your table at {{restaurant.name}} is ready

    Dear {{name}},

    Your table for {{party}} is ready. Please come to the front desk:
    we keep it for you until {{endTime}}.

    You are {{reference}} on our list.
    {{#restaurant.phone}}
    If you cannot come after all, please tell us: {{restaurant.phone}}
    {{/restaurant.phone}}

    {{> footer}}

    """#,
  ]
}
